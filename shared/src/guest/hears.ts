import type { Fact } from '../journal/facts.ts'
import type { MeetingId } from '../kernel/id.ts'
import { isAboutTheWord } from '../meeting/floor-events.ts'

/** What a guest hears of: all that moves in the room, and nothing that is not named here. */
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
): boolean => {
  // Who had the word stays in the circle.
  if ('event' in payload && isAboutTheWord(payload.event)) return false
  return HEARD.has(name) && 'meetingId' in payload && payload.meetingId === meetingId
}
