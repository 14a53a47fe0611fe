import { Button, Group, Select } from '@mantine/core'
import { may } from '@rondo/shared/circle/may.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { useCircles } from '../circle/index.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { FileField } from './file-field.tsx'
import { useImportPage } from './queries.ts'

interface ImportButtonProps {
  /** Where the page goes, unless somebody chooses otherwise. */
  readonly circleId: CircleId | null
}

/** Makes a page of a Markdown file. */
export function ImportButton({ circleId }: ImportButtonProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <Button
        className="import-open"
        variant="default"
        leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        {t('markdown.import.open')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('markdown.import.title')}>
        {opened ? <ImportForm circleId={circleId} onClose={close} /> : null}
      </Dialog>
    </>
  )
}

/** The value of a choice that stands for no circle. */
const NOWHERE = 'workspace'

function ImportForm({ circleId, onClose }: ImportButtonProps & { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const circles = useMyCircles()
  const [where, setWhere] = useState<string>(circleId ?? NOWHERE)
  const [chosen, setChosen] = useState<{ name: string; text: string }>()
  const bring = useImportPage()
  const send = async ({ name, text }: { name: string; text: string }) => {
    const circle = circles.find(({ id }) => id === where)
    const page = await bring.mutateAsync({ body: { name, text, circleId: circle?.id ?? null } })
    onClose()
    await navigate({ to: '/pages/$pageId', params: { pageId: page.id } })
  }
  return (
    <>
      <FileField onChosen={setChosen} />
      <Select
        mt={16}
        label={t('markdown.import.where')}
        allowDeselect={false}
        data={[
          { value: NOWHERE, label: t('page.shared') },
          ...circles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={circles.some(({ id }) => id === where) ? where : NOWHERE}
        onChange={(value) => setWhere(value ?? NOWHERE)}
      />
      {bring.error === null ? null : <RefusalNotice error={bring.error} />}
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="subtle" onClick={onClose}>
          {t('markdown.no')}
        </Button>
        <Button
          variant="filled"
          disabled={chosen === undefined}
          loading={bring.isPending}
          onClick={() => chosen && void send(chosen).catch(() => undefined)}
        >
          {t('markdown.import.yes')}
        </Button>
      </Group>
    </>
  )
}

/** The circles in which the reader may begin a page. */
function useMyCircles() {
  const me = useMe()
  const circles = useCircles().data?.circles ?? []
  if (me === undefined) return []
  const who = { memberId: me.id, role: me.role }
  return circles.filter((circle) => may(who, 'create', { kind: 'circle', ...circle }))
}
