import { Button, Group, Stack } from '@mantine/core'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { partOf } from '@rondo/shared/meeting/parts.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { choiceOf, PartSelect, partFor } from '../../format/index.ts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import type { Room } from '../room.ts'

interface PartDialogProps {
  readonly room: Room
  readonly segmentId: SegmentId
  readonly title: string
  readonly onClose: () => void
}

/** Says live what a segment is, also of one that was typed into the page. */
export function PartDialog({ room, segmentId, title, onClose }: PartDialogProps) {
  const { t } = useTranslation()
  const { state, run } = room
  // What it was when the dialog opened: whoever changes it meanwhile is the faster one.
  const [seen] = useState(partOf(state, segmentId))
  const [choice, setChoice] = useState<string>(choiceOf({ part: seen, carryOver: false }))
  const save = () => {
    const to = choice === 'study' && seen?.kind === 'study' ? seen : (partFor(choice) ?? null)
    run.mutate({ do: 'part', segmentId, from: seen ?? null, to }, { onSettled: onClose })
  }
  return (
    <Dialog opened onClose={onClose} title={t('meeting.pace.part.title', { title })}>
      <Stack gap={16}>
        <PartSelect
          label={t('meeting.pace.part.label')}
          plain={['none']}
          value={choiceOf({ part: partFor(choice), carryOver: false })}
          onChange={setChoice}
        />
        {choice === 'study' ? <p className="text-small soft">{t('meeting.pace.part.studies')}</p> : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('meeting.pace.part.stay')}
          </Button>
          <Button variant="filled" loading={run.isPending} onClick={save}>
            {t('meeting.pace.part.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
