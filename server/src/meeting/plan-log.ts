import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { recordEvents } from './record-events.ts'
import { stamp } from './rules.ts'
import { eventsOf, type MeetingRow } from './store.ts'

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
  await recordEvents(context, tx, { id, circleId }, log, events, by)
}
