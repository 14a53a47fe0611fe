import type { FileId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { ImageTables } from '../platform/db/tables/image.ts'

export type ImageRow = ImageTables['image']

export const findImage = (reader: Reader, fileId: FileId): Promise<ImageRow | undefined> =>
  reader.selectFrom('image').selectAll().where('fileId', '=', fileId).executeTakeFirst()

export const insertImage = async (
  tx: Tx,
  image: Omit<ImageRow, 'neededAt' | 'coveredBy' | 'hasBytes'>,
): Promise<void> => {
  const row = { ...image, neededAt: image.at, coveredBy: null, hasBytes: 1 as const }
  await tx.insertInto('image').values(row).execute()
}

/** From now on `by` is shown wherever the other one stands, and wherever that one had stood in for another. */
export const coverImage = async (tx: Tx, fileId: FileId, by: FileId): Promise<void> => {
  await tx
    .updateTable('image')
    .set({ coveredBy: by, hasBytes: 0 })
    .where((is) => is.or([is('fileId', '=', fileId), is('coveredBy', '=', fileId)]))
    .execute()
  await oweRemoval(tx, [fileId])
}

/** Bytes of all images that are kept. */
export const bytesOfImages = async (reader: Reader): Promise<number> => {
  const { taken } = await reader
    .selectFrom('image')
    .select(({ fn, val }) => fn.coalesce(fn.sum<number>('bytes'), val(0)).as('taken'))
    .where('hasBytes', '=', 1)
    .executeTakeFirstOrThrow()
  return taken
}

export const oweRemoval = async (tx: Tx, ids: readonly FileId[]): Promise<void> => {
  if (ids.length === 0) return
  await tx
    .insertInto('imageDebt')
    .values(ids.map((fileId) => ({ fileId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findDebts = async (reader: Reader): Promise<FileId[]> =>
  (await reader.selectFrom('imageDebt').select('fileId').execute()).map(({ fileId }) => fileId)

export const payDebt = async (tx: Tx, fileId: FileId): Promise<void> => {
  await tx.deleteFrom('imageDebt').where('fileId', '=', fileId).execute()
}

/** Replaces what stands in a document or a version. What stands there no longer was needed until now. */
export const replaceUses = async (
  tx: Tx,
  holder: string,
  ids: readonly FileId[],
  now: Instant,
): Promise<void> => {
  const rows = await tx.selectFrom('imageUse').select('fileId').where('holder', '=', holder).execute()
  const [before, after] = [new Set(rows.map(({ fileId }) => fileId)), new Set(ids)]
  const [came, went] = [[...after.difference(before)], [...before.difference(after)]]
  for (const some of inPortions(came))
    await tx
      .insertInto('imageUse')
      .values(some.map((fileId) => ({ holder, fileId })))
      .execute()
  for (const some of inPortions(went)) {
    await tx.deleteFrom('imageUse').where('holder', '=', holder).where('fileId', 'in', some).execute()
    await tx.updateTable('image').set({ neededAt: now }).where('fileId', 'in', some).execute()
  }
}

const PORTION = 500

const inPortions = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PORTION) }, (_, i) => all.slice(i * PORTION, (i + 1) * PORTION))

/** Which of those that nothing refers to: long needed by nothing, or of one page and not just come. */
export type Given =
  | { readonly neededBefore: Instant }
  | { readonly pageId: PageId; readonly takenBefore: Instant }

/** Images to which nothing refers, neither to them nor to one that they stand in for. */
export const findUnneeded = async (reader: Reader, given: Given, limit: number): Promise<FileId[]> => {
  let query = reader
    .selectFrom('image')
    .select('fileId')
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('imageUse').select('holder').whereRef('imageUse.fileId', '=', 'image.fileId'),
        ),
      ),
    )
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('image as other')
            .select('other.fileId')
            .whereRef('other.coveredBy', '=', 'image.fileId'),
        ),
      ),
    )
  query =
    'pageId' in given
      ? query.where('pageId', '=', given.pageId).where('at', '<', given.takenBefore)
      : query.where('neededAt', '<', given.neededBefore)
  return (await query.orderBy('neededAt').limit(limit).execute()).map(({ fileId }) => fileId)
}

export const deleteImages = async (tx: Tx, ids: readonly FileId[]): Promise<void> => {
  await tx.deleteFrom('image').where('fileId', 'in', ids).execute()
}

/** Of these ids, those of images whose bytes are kept. */
export const knownAmong = async (reader: Reader, ids: readonly FileId[]): Promise<Set<FileId>> => {
  const rows = await reader
    .selectFrom('image')
    .select('fileId')
    .where('hasBytes', '=', 1)
    .where('fileId', 'in', ids)
    .execute()
  return new Set(rows.map(({ fileId }) => fileId))
}
