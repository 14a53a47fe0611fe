import { isAboutTheWord } from '@rondo/shared/meeting/floor-events.ts'
import type { Recorded } from '../../journal/journal.ts'
import type { Reader } from '../../platform/db/database.ts'
import { eventsOf, findMeeting } from '../store.ts'
import { veiled } from './veil.ts'

/** A fact as it is told now: who had the word is told while the meeting is live, and afterwards as its log is read. */
export const asTold = async (reader: Reader, fact: Recorded): Promise<Recorded> => {
  if (fact.name !== 'meeting.event-recorded' || !isAboutTheWord(fact.payload.event)) return fact
  const { meetingId, event } = fact.payload
  const row = await findMeeting(reader, meetingId)
  if (row?.phase === 'live') return fact
  const withheld = veiled(await eventsOf(reader, meetingId)).find(({ seq }) => seq === event.seq)
  return { ...fact, payload: { ...fact.payload, event: withheld ?? veiled([event])[0] ?? event } }
}
