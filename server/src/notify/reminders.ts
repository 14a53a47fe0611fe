import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { seatsOf } from '../circle/index.ts'
import { findMeeting } from '../meeting/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import type { NotifyContext } from './notify-context.ts'
import { NOTED_BEFORE, reminderDueAt } from './rules.ts'
import { deleteUntold } from './store.ts'
import { tell } from './tell.ts'

export const REMIND = 'notify.remind'

const keyOf = (meetingId: MeetingId, startsAt: Instant): string => `reminder ${meetingId} ${startsAt}`

/** Plans the reminder of a meeting, in the place of one for another time. */
export const planReminder = async (
  { jobs, clock }: NotifyContext,
  tx: Tx,
  meetingId: MeetingId,
  startsAt: Instant,
): Promise<void> => {
  if (startsAt <= clock.now()) return jobs.withdraw(tx, { kind: REMIND, key: meetingId })
  await jobs.plan(tx, { kind: REMIND, key: meetingId, dueAt: startsAt - NOTED_BEFORE })
}

/** Takes back a reminder that nobody has seen yet: the meeting is at another time, or not at all. */
export const withdrawReminder = async (
  { jobs }: NotifyContext,
  tx: Tx,
  meetingId: MeetingId,
  startsAt: Instant | null,
): Promise<void> => {
  await jobs.withdraw(tx, { kind: REMIND, key: meetingId })
  if (startsAt !== null) await deleteUntold(tx, keyOf(meetingId, startsAt))
}

/** Notes a reminder for everybody in the circle. After downtime that outlasted the meeting there is nothing to remind of. */
export const remindHandler = (context: NotifyContext): Handler<Tx> => ({
  run: async (tx, { key }) => {
    const meeting = await findMeeting(tx, key as MeetingId)
    if (meeting === undefined || meeting.phase !== 'scheduled') return null
    const { id: meetingId, circleId, startsAt } = meeting
    const dueAt = reminderDueAt(startsAt, context.clock.now())
    if (dueAt === null) return null
    const members = (await seatsOf(tx, circleId)).map(({ memberId }) => memberId)
    const about = { kind: 'reminder', circleId, meetingId, startsAt } as const
    await tell(context, tx, members, { key: keyOf(meetingId, startsAt), about, dueAt })
    return null
  },
})
