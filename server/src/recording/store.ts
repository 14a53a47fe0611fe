import type { FileId, MeetingId, RecordingId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { RecordingTables } from '../platform/db/tables/recording.ts'

export type RecordingRow = RecordingTables['recording']

const recordings = (reader: Reader) =>
  reader
    .selectFrom('recording')
    .leftJoin('file', 'file.id', 'recording.fileId')
    .selectAll('recording')
    .select('file.bytes')

export type RecordingWithFile = RecordingRow & { bytes: number | null }

export const findRecording = (reader: Reader, id: RecordingId): Promise<RecordingWithFile | undefined> =>
  recordings(reader).where('recording.id', '=', id).executeTakeFirst()

export const recordingsOf = (reader: Reader, meetingId: MeetingId): Promise<RecordingWithFile[]> =>
  recordings(reader)
    .where('recording.meetingId', '=', meetingId)
    .orderBy('recording.addedAt')
    .orderBy('recording.id')
    .execute()

export const insertRecording = async (tx: Tx, row: RecordingRow): Promise<void> => {
  await tx.insertInto('recording').values(row).execute()
}

export const setBeginning = async (tx: Tx, id: RecordingId, startsAt: Instant | null): Promise<void> => {
  await tx.updateTable('recording').set({ startsAt }).where('id', '=', id).execute()
}

/** The transcript has to go first. Answers the file that it was kept in. */
export const deleteRecording = async (tx: Tx, id: RecordingId): Promise<FileId | null> => {
  const row = await tx
    .deleteFrom('recording')
    .where('id', '=', id)
    .returning('fileId')
    .executeTakeFirstOrThrow()
  return row.fileId
}
