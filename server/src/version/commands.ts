import type { Actor } from '@rondo/shared/account/model.ts'
import { rewriteBody } from '@rondo/shared/document/rewrite-body.ts'
import type { PageId, VersionId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { encodeStateAsUpdate } from 'yjs'
import { nameOf } from '../circle/index.ts'
import type { DocumentContext, PageRow } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import type { Body, Copy } from './copy.ts'
import { copyElsewhere } from './copy-elsewhere.ts'
import { announceVersions, audienceOf, type Kept, keep, keepCopy } from './keep.ts'
import { ABSENT, ABSENT_PAGE, bodyOfVersion, pageFor, told } from './queries.ts'
import { deleteVersions, findVersion, renameVersion } from './store.ts'

/** Keeps the page as it is now, by a name. */
export const keepVersion = async (
  context: DocumentContext,
  actor: Actor,
  pageId: PageId,
  name: string,
): Promise<Result<Version>> => {
  const page = await pageFor(context.db.read, actor, 'write', pageId)
  if (!page.ok) return page
  const kept = await keep(context, page.value, { reason: 'named', name, by: actor.memberId })
  if (kept === undefined) return { ok: false, refusal: ABSENT_PAGE }
  const { version, isNew } = kept
  return isNew ? accept(told(version)) : nameVersion(context, actor, pageId, version.id, { name, was: null })
}

/** `was` is the name that the asker saw: whoever is late is told which name it has. */
export const nameVersion = async (
  context: DocumentContext,
  actor: Actor,
  pageId: PageId,
  id: VersionId,
  { name, was }: { name: string; was: string | null },
): Promise<Result<Version>> =>
  transact(context.db, async (tx) => {
    const page = await pageFor(tx, actor, 'write', pageId)
    if (!page.ok) return page
    const version = await findVersion(tx, pageId, id)
    if (version === undefined) return { ok: false, refusal: ABSENT }
    const by = actor.memberId
    if (version.name === name) return accept(told(version))
    if (!(await renameVersion(tx, id, was, { name, by }))) {
      const winner = await nameOf(tx, version.by ?? undefined)
      const detail = `This state of the page has a name already: “${version.name}”, given by ${winner}.`
      return refuse('conflict', detail, { reason: 'version.named' })
    }
    await announceVersions(context, tx, page.value, by)
    return accept(told({ ...version, name, by }))
  })

/** Makes the page say what it said then. */
export const restoreVersion = async (
  context: DocumentContext,
  actor: Actor,
  pageId: PageId,
  id: VersionId,
): Promise<Result<Rewritten>> => {
  const found = await pageFor(context.db.read, actor, 'write', pageId)
  if (!found.ok) return found
  const body = await bodyOfVersion(context.db.read, pageId, id)
  if (body === undefined) return { ok: false, refusal: ABSENT }
  const done = await rewritePage(context, actor, found.value, { body, reason: 'restore' })
  if (done.ok && done.value.changed) await announceRestored(context, actor, found.value, id)
  return done
}

/** The page as it was just before, and whether it says something else now. */
export interface Rewritten {
  before: Version
  changed: boolean
}

/**
 * Makes a page say what `body` says, by edits in the actor's name. The copy from before is durable first; it is taken once
 * more in the moment of the change, and where somebody wrote in between, that later one is kept in its place. Whoever calls
 * it has asked `may`.
 */
export const rewritePage = async (
  context: DocumentContext,
  actor: Actor,
  page: PageRow,
  { body, reason }: { body: Body; reason: 'restore' | 'import' },
): Promise<Result<Rewritten>> => {
  const occasion = { reason, by: actor.memberId }
  const early = await keep(context, page, occasion)
  const written = await context.documents.write(page.documentId, actor.memberId, (doc) => {
    const before = encodeStateAsUpdate(doc)
    rewriteBody(doc, body)
    return { before, after: encodeStateAsUpdate(doc) }
  })
  if (early === undefined || written === null) return { ok: false, refusal: ABSENT_PAGE }
  const before = await copyElsewhere(written.value.before)
  const changed = (await copyElsewhere(written.value.after)).digest !== before.digest
  const kept =
    before.digest === early.digest ? early : await keepLater(context, page, before, early, occasion)
  return accept({ before: told(kept.version), changed })
}

const keepLater = async (
  context: DocumentContext,
  page: PageRow,
  before: Copy,
  early: Kept,
  occasion: { reason: 'restore' | 'import'; by: Actor['memberId'] },
): Promise<Kept> => {
  const later = await keepCopy(context, page, before, occasion)
  if (early.isNew)
    await transact(context.db, (tx) => deleteVersions(tx, [early.version.id], context.clock.now()))
  return later
}

const announceRestored = (
  { db, journal }: DocumentContext,
  { memberId: by }: Actor,
  { id: pageId, circleId }: PageRow,
  versionId: VersionId,
): Promise<void> =>
  transact(db, (tx) =>
    journal.append(tx, [
      {
        name: 'page.restored',
        payload: { pageId, versionId, by },
        audience: audienceOf(circleId),
        by,
      },
    ]),
  )
