import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { seatsOf } from '../circle/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { JournalProjection } from '../projection/journal-projection.ts'
import type { NotifyContext } from './notify-context.ts'
import { tellOfRecording } from './recordings.ts'
import { planReminder, withdrawReminder } from './reminders.ts'
import { NEWS_FOR, TOLD_WITHIN } from './rules.ts'
import { stateBefore } from './state-before.ts'
import { tell } from './tell.ts'
import { tellOfAssignment, tellOfLateTurns, tellOfSwap } from './turns.ts'

interface Happened {
  circleId: CircleId
  meetingId: MeetingId
  event: MeetingEvent
}

/** Follows meetings and the rota: plans, moves and takes back reminders, and tells of moves, cancellations, swaps and turns given. */
export const reminderProjection = (context: NotifyContext): JournalProjection => ({
  name: 'notify',
  version: 1,
  // What was told was told. Planning a reminder again changes nothing, for of each key a member is told once.
  forget: async () => {},
  apply: async (tx, fact) => {
    if (fact.name === 'meeting.event-recorded') await happened(context, tx, fact.payload)
    if (fact.name === 'recording.added') await tellOfRecording(context, tx, fact)
    if (fact.name === 'rotation.swap-changed') await tellOfSwap(context, tx, fact)
    if (fact.name === 'rotation.turn-decided') await tellOfAssignment(context, tx, fact)
    if (fact.name === 'meeting.withdrawn') await withdrawReminder(context, tx, fact.payload.meetingId, null)
  },
})

const happened = async (context: NotifyContext, tx: Tx, what: Happened): Promise<void> => {
  const { meetingId, event } = what
  switch (event.type) {
    case 'scheduled':
      return planReminder(context, tx, meetingId, event.startsAt)
    case 'rescheduled': {
      await withdrawReminder(context, tx, meetingId, await startedBefore(tx, what))
      await planReminder(context, tx, meetingId, event.startsAt)
      return tellOthers(context, tx, what, event.startsAt)
    }
    case 'cancelled': {
      const startsAt = await startedBefore(tx, what)
      await withdrawReminder(context, tx, meetingId, startsAt)
      if (startsAt !== null) await tellOthers(context, tx, what, startsAt)
      return
    }
    case 'roles-planned':
      return tellOfLateTurns(context, tx, { ...what, event })
    case 'started':
      return withdrawReminder(context, tx, meetingId, null)
    default:
  }
}

/** When the meeting was to start before this event. */
const startedBefore = async (tx: Tx, { meetingId, event }: Happened): Promise<Instant | null> => {
  const state = await stateBefore(tx, meetingId, event)
  return state.phase === 'unscheduled' ? null : state.startsAt
}

/** Tells everybody in the circle but the one who did it, while it is news and near enough to matter. */
const tellOthers = async (
  context: NotifyContext,
  tx: Tx,
  { circleId, meetingId, event }: Happened,
  startsAt: Instant,
): Promise<void> => {
  const now = context.clock.now()
  const isNear = startsAt > now && startsAt - now <= TOLD_WITHIN
  if (!isNear || now - event.at > NEWS_FOR) return
  const others: MemberId[] = (await seatsOf(tx, circleId))
    .map(({ memberId }) => memberId)
    .filter((memberId) => memberId !== event.by)
  const kind = event.type === 'cancelled' ? ('cancelled' as const) : ('moved' as const)
  const key = `${kind} ${meetingId} ${event.seq}`
  await tell(context, tx, others, { key, about: { kind, circleId, meetingId, startsAt } })
}
