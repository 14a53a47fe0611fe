import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { stamp } from './rules.ts'
import { eventsOf, insertEvents, keepFold, type MeetingRow } from './store.ts'

/** Adds an event to the log of a meeting that is still to come. */
export const replan = async (
  context: Context,
  tx: Tx,
  { id, circleId }: MeetingRow,
  event: NewMeetingEvent,
  by: MemberId,
): Promise<void> => {
  const log = await eventsOf(tx, id)
  const events = stamp(log, [event], by, context.clock.now())
  const state = foldMeeting([...log, ...events])
  if (state.phase === 'unscheduled') throw new Error('A log without its first event')
  await insertEvents(tx, id, events)
  await keepFold(tx, id, state)
  await context.journal.append(
    tx,
    events.map((one) => ({
      name: 'meeting.event-recorded',
      payload: { circleId, meetingId: id, event: one },
      audience: { circleId },
      by,
    })),
  )
}
