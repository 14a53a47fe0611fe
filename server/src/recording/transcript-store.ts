import type { RecordingId } from '@rondo/shared/kernel/id.ts'
import type { Cue, Notice, Speaker } from '@rondo/shared/recording/model.ts'
import type { ReadTranscript } from '@rondo/shared/recording/transcript.ts'
import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/database.ts'

/** SQLite binds at most 32,766 values in one statement. */
const ROWS = 1000

export const cuesOf = (reader: Reader, recordingId: RecordingId): Promise<Cue[]> =>
  reader
    .selectFrom('cue')
    .select(['position', 'start', 'end', 'speaker', 'text'])
    .where('recordingId', '=', recordingId)
    .orderBy('position')
    .execute()

export const speakersOf = (reader: Reader, recordingId: RecordingId): Promise<Speaker[]> =>
  reader
    .selectFrom('speaker')
    .select(['number', 'name', 'memberId'])
    .where('recordingId', '=', recordingId)
    .orderBy('number')
    .execute()

/** Forgets what was said, in the index too. */
export const deleteTranscript = async (tx: Tx, recordingId: RecordingId): Promise<void> => {
  const own = tx.selectFrom('cue').select('id').where('recordingId', '=', recordingId)
  await tx.deleteFrom('cueWords').where('rowid', 'in', own).execute()
  await tx.deleteFrom('cue').where('recordingId', '=', recordingId).execute()
  await tx.deleteFrom('speaker').where('recordingId', '=', recordingId).execute()
}

export const insertTranscript = async (
  tx: Tx,
  recordingId: RecordingId,
  { speakers, cues }: ReadTranscript,
): Promise<void> => {
  if (speakers.length > 0)
    await tx
      .insertInto('speaker')
      .values(speakers.map((speaker) => ({ ...speaker, recordingId, memberId: null })))
      .execute()
  for (let at = 0; at < cues.length; at += ROWS) {
    const rows = cues.slice(at, at + ROWS).map((cue) => ({ ...cue, recordingId }))
    await tx.insertInto('cue').values(rows).execute()
  }
  await sql`insert into cue_words (rowid, text) select id, text from cue where recording_id = ${recordingId}`.execute(
    tx,
  )
}

export const keepTranscriptVersion = async (
  tx: Tx,
  id: RecordingId,
  transcriptVersion: number,
  notices: readonly Notice[],
): Promise<void> => {
  await tx
    .updateTable('recording')
    .set({ transcriptVersion, notices: JSON.stringify(notices) })
    .where('id', '=', id)
    .execute()
}

export const updateSpeaker = async (
  tx: Tx,
  recordingId: RecordingId,
  { number, name, memberId }: Speaker,
): Promise<void> => {
  await tx
    .updateTable('speaker')
    .set({ name, memberId })
    .where('recordingId', '=', recordingId)
    .where('number', '=', number)
    .execute()
}
