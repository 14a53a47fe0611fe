import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting, type MeetingState } from '@rondo/shared/meeting/fold.ts'
import { eventsOf } from '../meeting/index.ts'
import type { Tx } from '../platform/db/database.ts'

/** How a meeting stood before one of its events. */
export const stateBefore = async (
  tx: Tx,
  meetingId: MeetingId,
  event: Pick<MeetingEvent, 'seq'>,
): Promise<MeetingState> => foldMeeting((await eventsOf(tx, meetingId)).filter(({ seq }) => seq < event.seq))
