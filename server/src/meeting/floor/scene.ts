import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { DocumentContext } from '../../page/index.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { Scene } from '../ground/rules.ts'
import type { MeetingCommand } from '../rules.ts'
import type { ZonedMeeting } from '../store.ts'
import { turnsLately } from './store.ts'

/** What commands about the word ask for besides the log: who is in the room, and who had how many turns. */
export const floorScene = async (
  { documents }: DocumentContext,
  reader: Reader,
  meeting: ZonedMeeting,
  { type }: MeetingCommand,
): Promise<Pick<Scene, 'here' | 'turns'>> => {
  const here = new Set(documents.people(meeting.documentId).map(({ id }) => id as MemberId))
  return type === 'raise-hand' ? { here, turns: (await turnsLately(reader, meeting)).turns } : { here }
}

const WINNERS: Readonly<Record<string, readonly MeetingEvent['type'][]>> = {
  'meeting.word-moved': ['word-given'],
  'meeting.hand-down': ['word-given', 'hand-lowered'],
  'meeting.round-open': ['round-opened'],
  'meeting.no-round': ['round-closed'],
  'meeting.turn-moved': ['turn-passed', 'round-opened'],
  'meeting.co-facilitator-moved': ['co-facilitator-named'],
}

/** Whether it is by this event that somebody else was faster with the word. */
export const wonTheFloor = (reason: string | undefined, { type }: MeetingEvent): boolean =>
  (WINNERS[reason ?? ''] ?? []).includes(type)
