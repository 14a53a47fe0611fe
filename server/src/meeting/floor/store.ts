import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { turnsOf } from '@rondo/shared/meeting/floor.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { MeetingRow } from '../store.ts'
import type { Turns } from './hands/rules.ts'

/** So far back turns are counted: this meeting and the four that were held before it. */
const MEETINGS = 5

const COUNTED = ['joined', 'word-given', 'round-opened', 'turn-passed'] as const

/** Who was there and who had the word in the last five meetings of a circle. */
export interface Lately {
  turns: Turns
  /** In this meeting alone. */
  here: Turns
  attended: ReadonlySet<MemberId>
}

/** Read out of the logs each time: they are the truth, and a table beside them would have to agree with them. */
export const turnsLately = async (
  reader: Reader,
  { id, circleId, startsAt, number }: Pick<MeetingRow, 'id' | 'circleId' | 'startsAt' | 'number'>,
): Promise<Lately> => {
  const before = await reader
    .selectFrom('meeting')
    .select('id')
    .where('circleId', '=', circleId)
    .where('phase', 'in', ['live', 'wrapped'])
    .where(({ eb, refTuple, tuple }) => eb(refTuple('startsAt', 'number'), '<', tuple(startsAt, number)))
    .orderBy('startsAt', 'desc')
    .orderBy('number', 'desc')
    .limit(MEETINGS - 1)
    .execute()
  return tallied(id, await wordEvents(reader, [id, ...before.map((meeting) => meeting.id)]))
}

const wordEvents = (reader: Reader, meetings: readonly MeetingId[]) =>
  reader
    .selectFrom('meetingEvent')
    .select(['meetingId', 'type', 'detail'])
    .where('meetingId', 'in', meetings)
    .where('type', 'in', COUNTED)
    .execute()

type Row = Awaited<ReturnType<typeof wordEvents>>[number]

const tallied = (id: MeetingId, rows: readonly Row[]): Lately => {
  const turns = new Map<MemberId, number>()
  const here = new Map<MemberId, number>()
  const attended = new Set<MemberId>()
  for (const { meetingId, type, detail } of rows) {
    const event: MeetingEvent = { ...JSON.parse(detail), type }
    if (event.type === 'joined') attended.add(event.memberId)
    for (const { memberId, turns: more } of turnsOf(event)) {
      turns.set(memberId, (turns.get(memberId) ?? 0) + more)
      if (meetingId === id) here.set(memberId, (here.get(memberId) ?? 0) + more)
    }
  }
  return { turns, here, attended }
}
