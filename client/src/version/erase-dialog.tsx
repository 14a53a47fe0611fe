import { Button, Group, TextInput } from '@mantine/core'
import type { Page } from '@rondo/shared/page/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useEraseHistory } from './queries.ts'

interface EraseDialogProps {
  readonly page: Pick<Page, 'id' | 'title'>
  readonly opened: boolean
  readonly onClose: () => void
  readonly onErased: () => void
}

/** Erases the history for good, once the title of the page has been typed. */
export function EraseDialog(props: EraseDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('version.erase.title')} size={480}>
      {props.opened ? <EraseForm {...props} /> : null}
    </Dialog>
  )
}

function EraseForm({ page, onClose, onErased }: EraseDialogProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const erase = useEraseHistory()
  const isTyped = typed.trim() === page.title
  return (
    <form
      className="erase-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isTyped) return
        erase.mutate({ params: { pageId: page.id }, body: { title: page.title } }, { onSuccess: onErased })
      }}
    >
      <p>{t('version.erase.about')}</p>
      <p>{t('version.erase.devices')}</p>
      <p>{t('version.erase.backups')}</p>
      <TextInput
        label={t('version.erase.label')}
        description={page.title}
        value={typed}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {erase.error === null ? null : <RefusalNotice error={erase.error} />}
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" onClick={onClose}>
          {t('version.erase.no')}
        </Button>
        <Button type="submit" variant="danger" disabled={!isTyped} loading={erase.isPending}>
          {t('version.erase.yes')}
        </Button>
      </Group>
    </form>
  )
}
