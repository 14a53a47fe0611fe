import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { windowIsOver, windowOf } from '@rondo/shared/meeting/window.ts'
import { eventsOf } from '../meeting/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { JournalProjection } from '../projection/journal-projection.ts'
import { CLOSE } from './closing.ts'
import { LEAD, LEAD_AFTER } from './leads-next.ts'
import { MADE_UP_FOR, NEWS_FOR } from './rules.ts'
import type { SeatContext } from './seat-context.ts'
import { deleteClosing } from './store.ts'

/** Follows meetings: plans when their windows close, and has whoever leads next told. */
export const seatProjection = (context: SeatContext): JournalProjection => ({
  name: 'seat',
  version: 1,
  // A window that was closed stays closed, and of one meeting nobody is told twice.
  forget: async () => {},
  apply: async (tx, fact) => {
    if (fact.name === 'meeting.withdrawn') await takeBack(context, tx, fact.payload.meetingId)
    if (fact.name === 'meeting.event-recorded')
      await happened(context, tx, fact.payload.meetingId, fact.payload.event)
  },
})

const happened = async (
  context: SeatContext,
  tx: Tx,
  meetingId: MeetingId,
  event: MeetingEvent,
): Promise<void> => {
  switch (event.type) {
    case 'scheduled':
    case 'started':
    case 'rescheduled':
    case 'window-set':
      return planClosing(context, tx, meetingId)
    case 'wrapped':
      await planClosing(context, tx, meetingId)
      return planTelling(context, tx, meetingId, event)
    case 'cancelled':
      return takeBack(context, tx, meetingId)
    default:
  }
}

const planClosing = async ({ jobs, clock }: SeatContext, tx: Tx, meetingId: MeetingId): Promise<void> => {
  const state = foldMeeting(await eventsOf(tx, meetingId))
  const window = windowOf(state)
  if (window === null) return
  // A meeting that nobody held was closed with what had been answered. Moved or held after all, it is to come again.
  if (!windowIsOver(state, clock.now())) await deleteClosing(tx, meetingId)
  if (window.closesAt < clock.now() - MADE_UP_FOR) return
  await jobs.plan(tx, { kind: CLOSE, key: meetingId, dueAt: window.closesAt })
}

const planTelling = async (
  { jobs, clock }: SeatContext,
  tx: Tx,
  meetingId: MeetingId,
  { at }: MeetingEvent,
): Promise<void> => {
  const dueAt = at + LEAD_AFTER
  const isNews = clock.now() - at <= NEWS_FOR
  if (isNews) await jobs.plan(tx, { kind: LEAD, key: meetingId, dueAt })
}

const takeBack = async ({ jobs }: SeatContext, tx: Tx, key: MeetingId): Promise<void> => {
  for (const kind of [CLOSE, LEAD]) await jobs.withdraw(tx, { kind, key })
}
