/**
 * Keeps a version: one full copy of a page, in one transaction with what it follows from.
 *
 * 1. A page that says what its last version says gets no second one; that one takes on the name or the wrap.
 * 2. A version names who wrote since the last one, so the state vector moves only when a version is kept.
 * 3. What an automatic version owes is told in the same transaction that pays it.
 */
import type { DocumentId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import type { VersionReason } from '@rondo/shared/version/model.ts'
import * as Y from 'yjs'
import { noteImages } from '../image/index.ts'
import type { DocumentContext, PageRow } from '../page/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import type { Copy } from './copy.ts'
import { copyElsewhere } from './copy-elsewhere.ts'
import { outlived, people, writersSince } from './rules.ts'
import {
  changeWatch,
  deleteVersions,
  findVersion,
  findVersions,
  findWatch,
  insertVersion,
  type KeptVersion,
  markWrapped,
  renameVersion,
  writersOf,
} from './store.ts'

/** The page whose document is copied. */
export type PageOf = Pick<PageRow, 'id' | 'documentId' | 'circleId'>

export interface Occasion {
  readonly reason: VersionReason
  readonly name?: string
  readonly by?: MemberId
}

export interface Kept {
  readonly version: KeptVersion
  readonly digest: string
  /** False when the last version says the same. */
  readonly isNew: boolean
}

/** Keeps the page as it is now. Undefined when its document is not there. */
export const keep = async (
  context: DocumentContext,
  page: PageOf,
  occasion: Occasion,
): Promise<Kept | undefined> => {
  const copy = await copyNow(context, page.documentId)
  return copy === null ? undefined : keepCopy(context, page, copy, occasion)
}

/** A copy of the page as it is now; null when its document is not there. */
export const copyNow = async (
  { documents }: Pick<DocumentContext, 'documents'>,
  documentId: DocumentId,
): Promise<Copy | null> => {
  const state = await documents.state(documentId)
  return state === null ? null : copyElsewhere(state)
}

/** Keeps a copy that was taken of the page. */
export const keepCopy = async (
  context: DocumentContext,
  page: PageOf,
  copy: Copy,
  occasion: Occasion,
): Promise<Kept> => {
  const authors = await context.documents.authors(page.documentId)
  return transact(context.db, async (tx) => {
    const watch = await findWatch(tx, page.documentId)
    const last = watch?.versionId && (await findVersion(tx, page.id, watch.versionId))
    if (last && watch.digest === copy.digest) return again(context, tx, page, last, copy, occasion)
    const before = watch?.vector ? Y.decodeStateVector(watch.vector) : new Map<number, number>()
    const version: KeptVersion = {
      id: context.ids.next<'version'>(),
      pageId: page.id,
      reason: occasion.reason,
      name: occasion.name ?? null,
      by: occasion.by ?? null,
      contributors: people([
        ...writersSince(before, Y.decodeStateVector(copy.vector), authors),
        ...(watch === undefined ? [] : writersOf(watch)),
      ]),
      at: context.clock.now(),
    }
    await insertVersion(tx, version, copy.packed)
    await noteImages(tx, version.id, copy.images, version.at)
    const { digest, vector } = copy
    await changeWatch(tx, page.documentId, { versionId: version.id, digest, vector, writers: '[]' })
    await announceVersions(context, tx, page, version.by)
    return { version, digest, isNew: true }
  })
}

/** The last version says the same; at a wrap it becomes the one that is kept for ever, and so does the final one. */
const again = async (
  context: DocumentContext,
  tx: Tx,
  page: PageOf,
  last: KeptVersion,
  { digest }: Copy,
  { reason, name }: Occasion,
): Promise<Kept> => {
  if (reason === 'final' && name !== undefined && last.name === null) {
    await renameVersion(tx, last.id, null, { name, by: null })
    await announceVersions(context, tx, page, null)
    return { version: { ...last, name, by: null }, digest, isNew: false }
  }
  if (reason !== 'wrapped' || last.reason === 'wrapped') return { version: last, digest, isNew: false }
  await markWrapped(tx, last.id)
  return { version: { ...last, reason }, digest, isNew: false }
}

/** Whoever looks at the list of versions asks for it again. */
export const announceVersions = (
  { journal }: Pick<DocumentContext, 'journal'>,
  tx: Tx,
  { id, circleId }: Pick<PageOf, 'id' | 'circleId'>,
  by: MemberId | null,
): Promise<void> =>
  journal.append(tx, [
    { name: 'page.versions-changed', payload: { pageId: id }, audience: audienceOf(circleId), by },
  ])

export const audienceOf = (circleId: PageOf['circleId']) =>
  circleId === null ? { everyone: true as const } : { circleId }

/** Deletes the versions of a page that have had their time. */
export const thin = async (context: Pick<DocumentContext, 'db' | 'clock'>, pageId: PageId): Promise<void> => {
  const gone = outlived(await findVersions(context.db.read, pageId), context.clock.now())
  if (gone.length > 0) await transact(context.db, (tx) => deleteVersions(tx, gone, context.clock.now()))
}

/** From now on the document counts as it stands: the next version is kept when it says something else. */
export const beginAnew = async (context: DocumentContext, documentId: DocumentId): Promise<void> => {
  const { digest = null, vector = null } = (await copyNow(context, documentId)) ?? {}
  await transact(context.db, (tx) =>
    changeWatch(tx, documentId, {
      versionId: null,
      digest,
      vector,
      writers: '[]',
      changedAt: null,
      wrappedAt: null,
    }),
  )
}
