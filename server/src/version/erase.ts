import type { Actor } from '@rondo/shared/account/model.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { captureProjection } from '../capture/index.ts'
import { type ImageContext, imageProjection, letGoOfErased } from '../image/index.ts'
import { type DocumentContext, pageProjection } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { audienceOf, beginAnew } from './keep.ts'
import { mayErase, NOT_YOURS_TO_ERASE, pageFor } from './queries.ts'
import { deleteVersions, findVersions } from './store.ts'

/** What forgets the past of a document: one state stays, and copies on devices are of another generation. */
export interface Forgetful {
  erase(documentId: string): Promise<unknown>
}

/**
 * Erases what a page was: its versions, the log of its document, its images that stand in it no more, and what deleted text
 * is left in the files. What stands
 * in it stays.
 */
export const eraseHistory = async (
  context: ImageContext & { readonly documents: Forgetful },
  actor: Actor,
  pageId: PageId,
  title: string,
): Promise<Result<null>> => {
  const found = await pageFor(context.db.read, actor, 'read', pageId)
  if (!found.ok) return found
  const page = found.value
  if (!(await mayErase(context.db.read, actor, page))) return NOT_YOURS_TO_ERASE
  if (page.title !== title) {
    const errors = [{ field: 'title', detail: 'is not the title of the page' }]
    return refuse('invalid', 'Type the title of the page as it is.', {
      errors,
      reason: 'version.other-title',
    })
  }
  await eraseVersions(context, pageId)
  await context.documents.erase(page.documentId)
  await beginAnew(context, page.documentId)
  // What is read out of the document may still hold what was deleted a moment ago.
  await projectDocument(context, context.documents, pageProjection(context), page.documentId)
  await projectDocument(context, context.documents, captureProjection(context), page.documentId)
  await projectDocument(context, context.documents, imageProjection(context), page.documentId)
  await letGoOfErased(context, pageId)
  await transact(context.db, (tx) =>
    context.journal.append(tx, [
      {
        name: 'page.history-erased',
        payload: { pageId, by: actor.memberId },
        audience: audienceOf(page.circleId),
        by: actor.memberId,
      },
    ]),
  )
  await context.db.forget()
  return accept(null)
}

/** Deletes every version of a page, named or not. */
const eraseVersions = (context: Pick<DocumentContext, 'db' | 'clock'>, pageId: PageId): Promise<void> =>
  transact(context.db, async (tx) => {
    const versions = await findVersions(tx, pageId)
    await deleteVersions(
      tx,
      versions.map(({ id }) => id),
      context.clock.now(),
    )
  })
