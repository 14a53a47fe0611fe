import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import type { Doc } from 'yjs'
import { nameOf, permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { NewFact } from '../journal/journal.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { projectDocument } from '../projection/document-projection.ts'
import type { DocumentContext } from './documents.ts'
import { pageProjection } from './projection.ts'
import { ABSENT, pageFor } from './queries.ts'
import { findPage, insertPage, type PageRow, retitle } from './store.ts'

interface PageToMake {
  title: string
  circleId: CircleId | null
  /** Writes what the page begins with. */
  fill?: (doc: Doc) => void
  /** What is stored together with the page, or keeps it from being made. */
  alongside?: (tx: Tx, pageId: PageId) => Promise<Result<null>>
}

/** The document is made first: a page never stands without one. */
export const createPage = async (
  context: DocumentContext,
  actor: Actor,
  { title, circleId, fill, alongside }: PageToMake,
): Promise<Result<Page>> => {
  const permitted = await permit(context.db.read, actor, 'create', circleId)
  if (!permitted.ok) return permitted
  const id = context.ids.next<'page'>()
  const documentId = context.ids.next<'document'>()
  await context.documents.create(documentId, fill)
  const made = await transact(context.db, async (tx) => {
    const stillPermitted = await permit(tx, actor, 'create', circleId)
    if (!stillPermitted.ok) return stillPermitted
    const origin = { kind: 'note' as const, meetingId: null, meetingNumber: null }
    await addPage(context, tx, { id, documentId, circleId, title, createdBy: actor.memberId, ...origin })
    const joined = await alongside?.(tx, id)
    return joined === undefined || joined.ok ? pageFor(tx, actor, id) : joined
  })
  if (!made.ok || fill === undefined) return made
  await projectDocument(context, context.documents, pageProjection(context), documentId)
  return pageFor(context.db.read, actor, id)
}

type NewPage = Omit<PageRow, 'foldedTitle' | 'titledBy' | 'createdAt' | 'updatedAt'>

/** Writes the row of a page whose document exists, and says so. Whoever calls it has asked `may`. */
export const addPage = async (
  { journal, clock }: Pick<Context, 'journal' | 'clock'>,
  tx: Tx,
  page: NewPage,
): Promise<void> => {
  await insertPage(tx, { ...page, createdAt: clock.now() })
  await journal.append(tx, [about('page.created', page, page.createdBy)])
}

/** `was` is the title that the asker saw: whoever is late is told who was faster. */
export const renamePage = (
  context: Context,
  actor: Actor,
  id: PageId,
  { title, was }: { title: string; was: string },
): Promise<Result<Page>> =>
  transact(context.db, async (tx) => {
    const page = await findPage(tx, id)
    if (page === undefined) return { ok: false, refusal: ABSENT }
    const permitted = await permit(tx, actor, 'write', page.circleId, ABSENT)
    if (!permitted.ok) return permitted
    if (page.title === title) return pageFor(tx, actor, id)
    if (!(await changeTitle(context, tx, page, { title, was, by: actor.memberId }))) {
      const winner = await nameOf(tx, page.titledBy)
      return refuse('conflict', `${winner} renamed this page meanwhile.`, { reason: 'page.renamed' })
    }
    return pageFor(tx, actor, id)
  })

/** Answers whether the page still had the title `was`. */
export const changeTitle = async (
  { journal, clock }: Pick<Context, 'journal' | 'clock'>,
  tx: Tx,
  page: Pick<PageRow, 'id' | 'circleId'>,
  { title, was, by }: { title: string; was: string; by: MemberId },
): Promise<boolean> => {
  const changed = await retitle(tx, page.id, was, { title, by, at: clock.now() })
  if (changed) await journal.append(tx, [about('page.renamed', page, by)])
  return changed
}

const about = (
  name: 'page.created' | 'page.renamed',
  { id, circleId }: Pick<PageRow, 'id' | 'circleId'>,
  by: MemberId,
): NewFact => ({
  name,
  payload: { pageId: id, circleId },
  audience: circleId === null ? { everyone: true } : { circleId },
  by,
})
