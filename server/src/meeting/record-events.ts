import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { isAboutTheWord } from '@rondo/shared/meeting/floor-events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { insertEvents, keepFold, type MeetingRow } from './store.ts'

type Begun = Exclude<ReturnType<typeof foldMeeting>, { phase: 'unscheduled' }>

/** Writes events behind a log that has begun, and tells of each; answers the meeting as it is then. */
export const recordEvents = async (
  { journal }: Pick<Context, 'journal'>,
  tx: Tx,
  { id, circleId }: Pick<MeetingRow, 'id' | 'circleId'>,
  log: readonly MeetingEvent[],
  events: readonly MeetingEvent[],
  by: MemberId,
): Promise<Begun> => {
  const state = foldMeeting([...log, ...events])
  if (state.phase === 'unscheduled') throw new Error('A log without its first event')
  await insertEvents(tx, id, events)
  await keepFold(tx, id, state)
  await journal.append(
    tx,
    events.map((event) => ({
      name: 'meeting.event-recorded',
      payload: { circleId, meetingId: id, event },
      // Who reads an open circle from outside learns nothing of who spoke.
      audience: isAboutTheWord(event) ? { circleId, belonging: true } : { circleId },
      by,
    })),
  )
  return state
}
