import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId, RecordingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Spoken } from '@rondo/shared/recording/model.ts'
import { sql } from 'kysely'
import { inReadableCircle } from '../circle/index.ts'
import type { MediaContext } from '../media/index.ts'

const MOST = 50

/** Stand where words begin and end; texts hold no control characters. */
const [OPEN, CLOSE] = ['\u0001', '\u0002']

interface Wanted {
  readonly words: string
  readonly circleId?: CircleId | undefined
  readonly recordingId?: RecordingId | undefined
}

/** Who may read is part of the question itself: what the asker may not see is neither counted nor ranked. */
export const searchTranscripts = async (
  { db }: Pick<MediaContext, 'db'>,
  { memberId }: Actor,
  { words, circleId, recordingId }: Wanted,
): Promise<Result<{ spoken: Spoken[]; more: boolean }>> => {
  const asked = matching(words)
  if (asked === null) return accept({ spoken: [], more: false })
  let query = db.read
    .selectFrom('cueWords')
    .innerJoin('cue', 'cue.id', 'cueWords.rowid')
    .innerJoin('recording', 'recording.id', 'cue.recordingId')
    .innerJoin('meeting', 'meeting.id', 'recording.meetingId')
    .innerJoin('circle', 'circle.id', 'recording.circleId')
    .leftJoin('speaker', (join) =>
      join.onRef('speaker.recordingId', '=', 'recording.id').onRef('speaker.number', '=', 'cue.speaker'),
    )
    .select([
      'recording.id as recordingId',
      'recording.meetingId',
      'recording.circleId',
      'meeting.number as meetingNumber',
      'meeting.title as meetingTitle',
      'meeting.startsAt as meetingStartsAt',
      'circle.name as circleName',
      'cue.position',
      'cue.start',
      'speaker.name as speaker',
      sql<string>`highlight(cue_words, 0, ${OPEN}, ${CLOSE})`.as('marked'),
    ])
    .where(sql<boolean>`cue_words match ${asked}`)
    .where(inReadableCircle('recording.circleId', memberId))
  if (circleId !== undefined) query = query.where('recording.circleId', '=', circleId)
  if (recordingId !== undefined) query = query.where('recording.id', '=', recordingId)
  const rows = await query
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('recording.id')
    .orderBy('cue.position')
    .limit(MOST + 1)
    .execute()
  const spoken = rows.slice(0, MOST).map(({ marked, ...row }): Spoken => ({ ...row, parts: partsOf(marked) }))
  return accept({ spoken, more: rows.length > MOST })
}

/** Every word by its beginning, as a quoted text in which nothing is an operator; null where there is no word. */
const matching = (words: string): string | null => {
  const found = words.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, 12) ?? []
  return found.length === 0 ? null : found.map((word) => `"${word}"*`).join(' ')
}

const partsOf = (marked: string): Spoken['parts'] =>
  marked
    .split(OPEN)
    .flatMap((piece, at) => {
      const [hit = '', rest = ''] = at === 0 ? ['', piece] : piece.split(CLOSE)
      return [
        { text: hit, isHit: true },
        { text: rest, isHit: false },
      ]
    })
    .filter(({ text }) => text !== '')
