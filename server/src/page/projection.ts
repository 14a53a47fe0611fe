import { readLinks } from '@rondo/shared/document/read-references.ts'
import { readOutline } from '@rondo/shared/document/read-segments.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import type { DocumentId } from '@rondo/shared/kernel/id.ts'
import type { Doc } from 'yjs'
import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DocumentProjection } from '../projection/document-projection.ts'
import { countWords, outlineOf, relinked } from './rules.ts'
import { findPageOfDocument, findText, type PageText, replaceText, touchPage } from './store.ts'

/** Reads outline, words, text and links out of every page's document. */
export const pageProjection = (context: Context): DocumentProjection<PageText> => ({
  name: 'page',
  version: 1,
  pace: 'calm',
  look: lookAtPage,
  save: (tx, documentId, seen, seq) => savePageText(context, tx, documentId, seen, seq),
})

const lookAtPage = (doc: Doc): PageText => {
  const text = readText(doc)
  return { outline: outlineOf(readOutline(doc)), words: countWords(text), text, links: readLinks(doc) }
}

/** Once or often, in whatever order looks arrive: the page ends as its document was at the highest number seen. */
const savePageText = async (
  { journal, clock }: Context,
  tx: Tx,
  documentId: DocumentId,
  seen: PageText,
  seq: number,
): Promise<void> => {
  const page = await findPageOfDocument(tx, documentId)
  if (page === undefined) return
  const before = await findText(tx, page.id)
  if (before !== undefined && before.seq > seq) return
  await replaceText(tx, page.id, seen, seq)
  if (before === undefined || !differ(before, seen)) return
  if (before.text !== seen.text) await touchPage(tx, page.id, clock.now())
  await journal.append(tx, [
    {
      name: 'page.projected',
      payload: { pageId: page.id, linked: relinked(before.links, seen.links) },
      audience: page.circleId === null ? { everyone: true } : { circleId: page.circleId },
      by: null,
    },
  ])
}

const differ = (before: PageText, seen: PageText): boolean =>
  before.text !== seen.text ||
  before.words !== seen.words ||
  JSON.stringify([before.outline, before.links]) !== JSON.stringify([seen.outline, seen.links])
