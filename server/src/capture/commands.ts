import type { Actor } from '@rondo/shared/account/model.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import { setCaptureDone } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { permit } from '../circle/index.ts'
import { type DocumentContext, findPage } from '../page/index.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { captureProjection } from './projection.ts'
import { capturesFor } from './queries.ts'
import { isTickable } from './rules.ts'

const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such capture.' }

/**
 * Ticks or unticks by changing the block in the document. A block that was copied to another page is still one thing,
 * so it is ticked wherever the actor may write.
 */
export const tickCapture = async (
  context: DocumentContext,
  actor: Actor,
  id: CaptureId,
  done: boolean,
): Promise<Result<Capture>> => {
  const found = await capturesFor(context.db.read, actor.memberId, { id })
  if (found.length === 0) return { ok: false, refusal: ABSENT }
  if (!found.every(({ kind }) => isTickable(kind))) {
    const errors = [{ field: 'captureId', detail: 'is neither a next step nor a question' }]
    return refuse('invalid', 'Only next steps are done and questions answered.', { errors })
  }
  let refused: Result<Capture> = { ok: false, refusal: ABSENT }
  let ticked = false
  for (const capture of found) {
    const permitted = await permit(context.db.read, actor, 'write', capture.circleId, ABSENT)
    if (permitted.ok) ticked = (await tickIn(context, capture, done)) || ticked
    else refused = permitted
  }
  if (!ticked) return refused
  const [after] = await capturesFor(context.db.read, actor.memberId, { id })
  return after === undefined ? { ok: false, refusal: ABSENT } : accept(after)
}

/** Answers whether the document still holds the capture; the row follows the document at once. */
const tickIn = async (context: DocumentContext, { id, pageId }: Capture, done: boolean): Promise<boolean> => {
  const page = await findPage(context.db.read, pageId)
  if (page === undefined) return false
  const written = await context.documents.write(page.documentId, 'server', (doc) =>
    setCaptureDone(doc, id, done),
  )
  await projectDocument(context, context.documents, captureProjection(context), page.documentId)
  return written?.value ?? false
}
