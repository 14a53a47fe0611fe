import type { FileId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { MediaTables } from '../platform/db/tables/media.ts'

export type FileRow = MediaTables['file']
export type PieceRow = MediaTables['filePiece']

export const findFile = (reader: Reader, id: FileId): Promise<FileRow | undefined> =>
  reader.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()

/** What a member has begun to upload for something, latest first. */
export const uploadsFor = (reader: Reader, target: string, createdBy: MemberId): Promise<FileRow[]> =>
  reader
    .selectFrom('file')
    .selectAll()
    .where('target', '=', target)
    .where('state', '=', 'arriving')
    .where('createdBy', '=', createdBy)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()

/** Bytes of all files, the announced length of those that are arriving included. */
export const bytesOfFiles = async (reader: Reader): Promise<number> => {
  const { taken } = await reader
    .selectFrom('file')
    .select(({ fn, val }) => fn.coalesce(fn.sum<number>('bytes'), val(0)).as('taken'))
    .executeTakeFirstOrThrow()
  return taken
}

/** How many uploads of a member are under way. */
export const underwayOf = async (reader: Reader, memberId: MemberId): Promise<number> => {
  const { underway } = await reader
    .selectFrom('file')
    .select(({ fn }) => fn.countAll<number>().as('underway'))
    .where('state', '=', 'arriving')
    .where('createdBy', '=', memberId)
    .executeTakeFirstOrThrow()
  return underway
}

export const insertFile = async (tx: Tx, row: FileRow): Promise<void> => {
  await tx.insertInto('file').values(row).execute()
}

/** Puts a piece behind what is there. False when something else stands there already. */
export const appendPiece = async (tx: Tx, piece: PieceRow, at: Instant, type: string): Promise<boolean> => {
  const { fileId, start, bytes } = piece
  const { numUpdatedRows } = await tx
    .updateTable('file')
    .set({ received: start + bytes, touchedAt: at, type })
    .where('id', '=', fileId)
    .where('state', '=', 'arriving')
    .where('received', '=', start)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return false
  await tx.insertInto('filePiece').values(piece).execute()
  return true
}

export const makeWhole = async (tx: Tx, id: FileId): Promise<void> => {
  await tx.updateTable('file').set({ state: 'whole' }).where('id', '=', id).execute()
}

export const setIdle = async (tx: Tx, id: FileId, idleSince: Instant | null): Promise<void> => {
  await tx.updateTable('file').set({ idleSince }).where('id', '=', id).execute()
}

/** Pieces that hold something of a span, in order. */
export const piecesIn = (
  reader: Reader,
  fileId: FileId,
  { from, to }: { from: number; to: number },
): Promise<PieceRow[]> =>
  reader
    .selectFrom('filePiece')
    .selectAll()
    .where('fileId', '=', fileId)
    .where('start', '<', to)
    .where(({ eb }) => eb(eb('start', '+', eb.ref('bytes')), '>', from))
    .orderBy('start')
    .execute()

/** Forgets a file; answers the names of its pieces, whose bytes are still to be removed. */
export const deleteFile = async (tx: Tx, id: FileId): Promise<string[]> => {
  const pieces = await tx.selectFrom('filePiece').select('name').where('fileId', '=', id).execute()
  await tx.deleteFrom('filePiece').where('fileId', '=', id).execute()
  await tx.deleteFrom('file').where('id', '=', id).execute()
  return pieces.map(({ name }) => name)
}

const expiredFiles = (reader: Reader, before: Instant) =>
  reader
    .selectFrom('file')
    .select('id')
    .where(({ eb, and, or }) =>
      or([
        and([eb('state', '=', 'arriving'), eb('touchedAt', '<', before)]),
        and([eb('state', '=', 'whole'), eb('idleSince', '<', before)]),
      ]),
    )

/** Uploads of which nothing came since, and whole files that nothing refers to since. */
export const expired = async (reader: Reader, before: Instant): Promise<FileId[]> =>
  (await expiredFiles(reader, before).execute()).map(({ id }) => id)

/** Whether a file is one of them. */
export const isExpired = async (reader: Reader, before: Instant, id: FileId): Promise<boolean> =>
  (await expiredFiles(reader, before).where('id', '=', id).executeTakeFirst()) !== undefined

/** Those of the names that no file is kept under. */
export const unknownOf = async (reader: Reader, names: readonly string[]): Promise<string[]> => {
  const rows = await reader.selectFrom('filePiece').select('name').where('name', 'in', names).execute()
  const known = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !known.has(name))
}
