import { Button, TextInput } from '@mantine/core'
import { changeMeeting } from '@rondo/shared/meeting/contract.ts'
import { meetingTitle } from '@rondo/shared/meeting/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { changedPlan } from './changed-plan.ts'
import { staleByPlan } from './queries.ts'
import type { Room } from './room.ts'
import { WhenFields } from './when-fields.tsx'
import { localTimeIn } from './zone-time.ts'
import './schedule.css'

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
    <form className="plan-form" onSubmit={submit} noValidate>
      <TextInput data-autofocus label={t('meeting.schedule.name')} {...form.getInputProps('title')} />
      <WhenFields
        zone={meeting.timeZone}
        value={form.values}
        day={form.getInputProps('day')}
        time={form.getInputProps('time')}
      />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="plan-form-acts">
        <Button variant="subtle" onClick={onClose}>
          {t('meeting.before.keep')}
        </Button>
        <Button type="submit" variant="filled" loading={pending}>
          {t('meeting.before.save')}
        </Button>
      </div>
    </form>
  )
}
