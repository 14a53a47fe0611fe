import type { Fact } from '../journal/facts.ts'
import type { MeetingId } from '../kernel/id.ts'

/** What a guest hears of: all that moves in the room, who has the word as well, and nothing that is not named here. */
const HEARD: ReadonlySet<Fact['name']> = new Set([
  'meeting.changed',
  'meeting.event-recorded',
  'captures.changed',
  'guests.changed',
])

/** Whether a fact is about the meeting of a guest, and for them. */
export const isForGuest = (
  { name, payload }: Pick<Fact, 'name' | 'payload'>,
  meetingId: MeetingId,
): boolean => HEARD.has(name) && 'meetingId' in payload && payload.meetingId === meetingId
