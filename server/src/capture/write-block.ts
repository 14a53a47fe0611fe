import type { Capture } from '@rondo/shared/capture/model.ts'
import { findCapture, readCaptures } from '@rondo/shared/document/read-captures.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Doc } from 'yjs'
import { nameOf } from '../circle/index.ts'
import { type DocumentContext, findPage } from '../page/index.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { captureProjection } from './projection.ts'
import type { Late, Standing } from './rules.ts'

interface Change {
  /** Why the asker is too late, as the block stands; undefined where they are not. */
  readonly why: (is: Standing) => Late | undefined
  readonly write: (doc: Doc) => boolean
}

/** Changes the block of a capture, unless somebody was faster; the row follows the document at once. */
export const changeBlock = async (
  context: DocumentContext,
  by: MemberId,
  { id, pageId }: Pick<Capture, 'id' | 'pageId'>,
  { why, write }: Change,
): Promise<'changed' | 'absent' | ReturnType<typeof refuse>> => {
  const page = await findPage(context.db.read, pageId)
  if (page === undefined) return 'absent'
  const written = await context.documents.write(page.documentId, by, (doc) => {
    const is = readCaptures(doc).find((one) => one.id === id)
    if (is === undefined) return 'absent'
    const late = why(is)
    if (late === undefined) return write(doc) ? 'changed' : 'absent'
    return { ...late, client: writerOf(doc, id, late.attribute) }
  })
  await projectDocument(context, context.documents, captureProjection(context), page.documentId)
  const outcome = written?.value ?? 'absent'
  if (typeof outcome === 'string') return outcome
  const author = (await context.documents.authors(page.documentId)).get(outcome.client ?? -1)
  const winner =
    author === undefined || author === 'server'
      ? 'Somebody'
      : await nameOf(context.db.read, author as MemberId)
  return refuse('conflict', `${winner} ${outcome.did}`, { reason: outcome.reason })
}

/** The Yjs client that last wrote an attribute of a capture. */
const writerOf = (doc: Doc, id: Capture['id'], attribute: string): number | undefined =>
  findCapture(doc, id)?._map.get(attribute)?.id.client
