import { TextInput } from '@mantine/core'
import { changeMeeting } from '@rondo/shared/meeting/contract.ts'
import { meetingTitle } from '@rondo/shared/meeting/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { changedPlan } from './changed-plan.ts'
import { PlanForm } from './plan-form.tsx'
import { staleByPlan } from './queries.ts'
import type { Room } from './room.ts'
import { WhenFields } from './when-fields.tsx'
import { localTimeIn } from './zone-time.ts'

interface ChangeDialogProps {
  readonly room: Pick<Room, 'meeting' | 'state'>
  readonly opened: boolean
  readonly onClose: () => void
}

/** Gives a meeting that has not started another title, day or time. */
export function ChangeDialog({ room, opened, onClose }: ChangeDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('meeting.before.changeTitle')} size={520}>
      <ChangeForm room={room} onClose={onClose} />
    </Dialog>
  )
}

const filled = z.object({
  title: meetingTitle,
  day: z.iso.date(),
  time: z.string().regex(/^\d\d:\d\d/),
})

function ChangeForm({ room: { meeting, state }, onClose }: Omit<ChangeDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const change = useTell(changeMeeting, staleByPlan)
  const when = t('meeting.schedule.whenWrong')
  // As it was when the dialog opened: what somebody else changes meanwhile is not what is changed here.
  const [seen] = useState({ title: meeting.title, timeZone: meeting.timeZone, startsAt: state.startsAt })
  const { form, submit, pending, problem } = useEntry({
    initial: { title: meeting.title, ...localTimeIn(seen.timeZone, seen.startsAt) },
    schema: filled,
    words: { title: t('meeting.schedule.nameWrong'), day: when, time: when },
    send: async (values) => {
      const body = changedPlan(seen, values)
      if (body !== undefined) await change.mutateAsync({ params: { meetingId: meeting.id }, body })
      onClose()
    },
  })
  return (
    <PlanForm onSubmit={submit} pending={pending} problem={problem} onClose={onClose}>
      <TextInput data-autofocus label={t('meeting.schedule.name')} {...form.getInputProps('title')} />
      <WhenFields
        zone={meeting.timeZone}
        value={form.values}
        day={form.getInputProps('day')}
        time={form.getInputProps('time')}
      />
    </PlanForm>
  )
}
