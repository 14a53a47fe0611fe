import { changeMeeting } from '@rondo/shared/meeting/contract.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { PlanForm } from './plan-form.tsx'
import { staleByPlan } from './queries.ts'
import { WhenFields } from './when-fields.tsx'
import { instantIn, localTimeIn } from './zone-time.ts'

interface MoveDialogProps {
  readonly meeting: Pick<MeetingSummary, 'id' | 'title' | 'startsAt' | 'timeZone'>
  readonly opened: boolean
  readonly onClose: () => void
}

/** Gives one meeting another day or time, from wherever it is listed. */
export function MoveDialog({ meeting, opened, onClose }: MoveDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('meeting.before.moveTitle', { title: meeting.title })}
      size={520}
    >
      <MoveForm meeting={meeting} onClose={onClose} />
    </Dialog>
  )
}

const filled = z.object({ day: z.iso.date(), time: z.string().regex(/^\d\d:\d\d/) })

function MoveForm({ meeting, onClose }: Omit<MoveDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const change = useTell(changeMeeting, staleByPlan)
  const when = t('meeting.schedule.whenWrong')
  const { id, timeZone, startsAt } = meeting
  const [seen] = useState(startsAt)
  const { form, submit, pending, problem } = useEntry({
    initial: { ...localTimeIn(timeZone, startsAt) },
    schema: filled,
    words: { day: when, time: when },
    send: async (values) => {
      const to = instantIn(timeZone, values)
      if (to !== undefined && to !== seen)
        await change.mutateAsync({
          params: { meetingId: id },
          body: { startsAt: to, from: { startsAt: seen } },
        })
      onClose()
    },
  })
  return (
    <PlanForm onSubmit={submit} pending={pending} problem={problem} onClose={onClose}>
      <WhenFields
        zone={timeZone}
        value={form.values}
        day={form.getInputProps('day')}
        time={form.getInputProps('time')}
      />
    </PlanForm>
  )
}
