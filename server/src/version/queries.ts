import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { PageId, VersionId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { compareBodies } from '@rondo/shared/version/compare.ts'
import type { Change, Version } from '@rondo/shared/version/model.ts'
import { permit } from '../circle/index.ts'
import { type DocumentContext, findPage, type PageRow } from '../page/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { type Body, bodyOf, unpackBody } from './copy.ts'
import { toldAt } from './rules.ts'
import { findBody, findVersion, findVersions, type KeptVersion } from './store.ts'

/** The words in which the page itself refuses what is not there: nobody learns which of the two it is. */
export const ABSENT_PAGE: Refusal = { code: 'not-found', detail: 'There is no such page.' }
export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such version of this page.' }

const NOTHING: Body = { type: 'doc', content: [] }

/** The page, if the actor may do this to it. */
export const pageFor = async (
  reader: Reader,
  actor: Actor,
  action: 'read' | 'write',
  id: PageId,
): Promise<Result<PageRow>> => {
  const page = await findPage(reader, id)
  if (page === undefined) return { ok: false, refusal: ABSENT_PAGE }
  const permitted = await permit(reader, actor, action, page.circleId, ABSENT_PAGE)
  return permitted.ok ? accept(page) : permitted
}

/** A version as it is told. */
export const told = (version: KeptVersion): Version => ({ ...version, at: toldAt(version) })

export const listVersions = async (
  { db }: DocumentContext,
  actor: Actor,
  pageId: PageId,
): Promise<Result<{ versions: Version[]; mayErase: boolean }>> => {
  const page = await pageFor(db.read, actor, 'read', pageId)
  if (!page.ok) return page
  const versions = await findVersions(db.read, pageId)
  return accept({ versions: versions.map(told), mayErase: await mayErase(db.read, actor, page.value) })
}

/** Whoever answers for a circle, or for the workspace; and whoever started the page, as long as they write in it. */
export const mayErase = async (
  reader: Reader,
  actor: Actor,
  { circleId, createdBy }: PageRow,
): Promise<boolean> => {
  if (createdBy === actor.memberId) return (await permit(reader, actor, 'write', circleId)).ok
  if (circleId === null) return may(actor, 'manage', { kind: 'workspace' })
  return (await permit(reader, actor, 'manage', circleId)).ok
}

export const readVersion = async (
  { db }: DocumentContext,
  actor: Actor,
  pageId: PageId,
  id: VersionId,
): Promise<Result<{ version: Version; body: Record<string, unknown> }>> => {
  const page = await pageFor(db.read, actor, 'read', pageId)
  if (!page.ok) return page
  const version = await findVersion(db.read, pageId, id)
  const body = await bodyOfVersion(db.read, pageId, id)
  if (version === undefined || body === undefined) return { ok: false, refusal: ABSENT }
  return accept({ version: told(version), body: { ...body } })
}

export const bodyOfVersion = async (
  reader: Reader,
  pageId: PageId,
  id: VersionId,
): Promise<Body | undefined> => {
  const packed = await findBody(reader, pageId, id)
  return packed && unpackBody(packed)
}

export const compareVersions = async (
  context: DocumentContext,
  actor: Actor,
  pageId: PageId,
  { from, to }: { from?: VersionId | undefined; to: VersionId | 'now' },
): Promise<Result<{ changes: Change[] }>> => {
  const page = await pageFor(context.db.read, actor, 'read', pageId)
  if (!page.ok) return page
  const before = from === undefined ? NOTHING : await bodyOfVersion(context.db.read, pageId, from)
  const after =
    to === 'now' ? await bodyNow(context, page.value) : await bodyOfVersion(context.db.read, pageId, to)
  if (before === undefined || after === undefined) return { ok: false, refusal: ABSENT }
  return accept({ changes: compareBodies(before, after) })
}

const bodyNow = async ({ documents }: DocumentContext, { documentId }: PageRow): Promise<Body | undefined> =>
  (await documents.read(documentId, bodyOf))?.value

/** Why somebody who may read may not do this. */
export const NOT_YOURS_TO_ERASE = refuse(
  'forbidden',
  'Only a host of the circle, or whoever started the page, may erase its history.',
  { reason: 'version.not-yours-to-erase' },
)
