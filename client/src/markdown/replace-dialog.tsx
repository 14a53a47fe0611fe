import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { FileField } from './file-field.tsx'
import { useReplacePage } from './queries.ts'

interface ReplaceDialogProps {
  readonly pageId: PageId
  readonly opened: boolean
  readonly onClose: () => void
  /** Shows the history, where the page as it was can be found. */
  readonly onHistory: () => void
}

/** Makes a page say what a file says, after saying how to go back. */
export function ReplaceDialog(props: ReplaceDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('markdown.replace.title')}>
      {props.opened ? <ReplaceForm {...props} /> : null}
    </Dialog>
  )
}

function ReplaceForm({ pageId, onClose, onHistory }: ReplaceDialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState<string>()
  const replace = useReplacePage()
  const send = async (written: string) => {
    const { changed } = await replace.mutateAsync({ params: { pageId }, body: { text: written } })
    onClose()
    notifications.show({
      message: (
        <Told words={t(changed ? 'markdown.replace.done' : 'markdown.replace.same')}>
          {changed ? (
            <Button size="compact-sm" variant="subtle" onClick={onHistory}>
              {t('markdown.replace.history')}
            </Button>
          ) : null}
        </Told>
      ),
    })
  }
  return (
    <>
      <Stack gap="md">
        <p className="soft">{t('markdown.replace.about')}</p>
        <FileField onChosen={(chosen) => setText(chosen?.text)} />
        {replace.error === null ? null : <RefusalNotice error={replace.error} />}
      </Stack>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="subtle" onClick={onClose}>
          {t('markdown.no')}
        </Button>
        <Button
          variant="filled"
          disabled={text === undefined}
          loading={replace.isPending}
          onClick={() => text !== undefined && void send(text).catch(() => undefined)}
        >
          {t('markdown.replace.yes')}
        </Button>
      </Group>
    </>
  )
}

function Told({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <>
      {words} {children}
    </>
  )
}
