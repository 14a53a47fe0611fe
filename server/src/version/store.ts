import type { DocumentId, MemberId, PageId, VersionId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { noteImages } from '../image/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { VersionTables } from '../platform/db/tables/version.ts'
import type { Packed } from './copy.ts'

/** A version as it is kept, with the moment it was kept at. */
export type KeptVersion = Version

type WatchRow = VersionTables['versionWatch']

export const findVersions = async (reader: Reader, pageId: PageId): Promise<KeptVersion[]> => {
  const rows = await reader
    .selectFrom('version')
    .selectAll()
    .where('pageId', '=', pageId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toVersion)
}

export const findVersion = async (
  reader: Reader,
  pageId: PageId,
  id: VersionId,
): Promise<KeptVersion | undefined> => {
  const row = await reader
    .selectFrom('version')
    .selectAll()
    .where('id', '=', id)
    .where('pageId', '=', pageId)
    .executeTakeFirst()
  return row && toVersion(row)
}

const toVersion = (row: VersionTables['version']): KeptVersion => ({
  ...row,
  contributors: JSON.parse(row.contributors) as MemberId[],
})

/** The compressed body of a version of this page. */
export const findBody = async (
  reader: Reader,
  pageId: PageId,
  id: VersionId,
): Promise<Uint8Array | undefined> => {
  const row = await reader
    .selectFrom('versionContent')
    .innerJoin('version', 'version.id', 'versionContent.versionId')
    .select('versionContent.body')
    .where('version.id', '=', id)
    .where('version.pageId', '=', pageId)
    .executeTakeFirst()
  return row?.body
}

export const insertVersion = async (tx: Tx, version: KeptVersion, content: Packed): Promise<void> => {
  await tx
    .insertInto('version')
    .values({ ...version, contributors: JSON.stringify(version.contributors) })
    .execute()
  await tx
    .insertInto('versionContent')
    .values({ versionId: version.id, ...content })
    .execute()
}

/** Answers whether the version still had the name that the asker saw. */
export const renameVersion = async (
  tx: Tx,
  id: VersionId,
  was: string | null,
  to: { name: string; by: MemberId | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('version')
    .set(to)
    .where('id', '=', id)
    .where('name', 'is', was)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const markWrapped = async (tx: Tx, id: VersionId): Promise<void> => {
  await tx.updateTable('version').set({ reason: 'wrapped' }).where('id', '=', id).execute()
}

export const deleteVersions = async (tx: Tx, ids: readonly VersionId[], now: Instant): Promise<void> => {
  if (ids.length === 0) return
  for (const id of ids) await noteImages(tx, id, [], now)
  await tx.deleteFrom('versionContent').where('versionId', 'in', ids).execute()
  await tx.deleteFrom('version').where('id', 'in', ids).execute()
}

/** Some pages that have a version from before an instant which may go one day, in the order of their ids. */
export const pagesWithVersionsBefore = async (
  reader: Reader,
  before: Instant,
  after: PageId | null,
  limit: number,
): Promise<PageId[]> => {
  let query = reader
    .selectFrom('version')
    .select('pageId')
    .distinct()
    .where('at', '<', before)
    .where('name', 'is', null)
    .where('reason', '!=', 'wrapped')
  if (after !== null) query = query.where('pageId', '>', after)
  const rows = await query.orderBy('pageId').limit(limit).execute()
  return rows.map(({ pageId }) => pageId)
}

export const findWatch = (reader: Reader, documentId: DocumentId): Promise<WatchRow | undefined> =>
  reader.selectFrom('versionWatch').selectAll().where('documentId', '=', documentId).executeTakeFirst()

/** Documents to which a version is owed. */
export const findOwed = (reader: Reader): Promise<WatchRow[]> =>
  reader
    .selectFrom('versionWatch')
    .selectAll()
    .where((is) => is.or([is('changedAt', 'is not', null), is('wrappedAt', 'is not', null)]))
    .execute()

const NOTHING_YET: Omit<WatchRow, 'documentId'> = {
  versionId: null,
  digest: null,
  vector: null,
  writers: '[]',
  changedAt: null,
  wrappedAt: null,
}

export const changeWatch = async (
  tx: Tx,
  documentId: DocumentId,
  change: Partial<Omit<WatchRow, 'documentId'>>,
): Promise<void> => {
  await tx
    .insertInto('versionWatch')
    .values({ ...NOTHING_YET, documentId, ...change })
    .onConflict((conflict) => conflict.column('documentId').doUpdateSet(change))
    .execute()
}

/** Notes that a document changed and by whom, as far as that is not noted yet. */
export const noteChange = async (
  tx: Tx,
  documentId: DocumentId,
  writers: ReadonlySet<string>,
  at: Instant,
): Promise<void> => {
  const watch = await findWatch(tx, documentId)
  const known = watch === undefined ? [] : writersOf(watch)
  await changeWatch(tx, documentId, {
    changedAt: watch?.changedAt ?? at,
    writers: JSON.stringify([...new Set([...known, ...writers])]),
  })
}

/** Who was heard to write since the last version. */
export const writersOf = ({ writers }: Pick<WatchRow, 'writers'>): string[] => JSON.parse(writers) as string[]
