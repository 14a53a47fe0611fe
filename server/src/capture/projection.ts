import { type CaptureRead, readCaptures } from '@rondo/shared/document/read-captures.ts'
import type { DocumentId } from '@rondo/shared/kernel/id.ts'
import { withoutGuests } from '../circle/index.ts'
import { type DocumentContext, findPageOfDocument } from '../page/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DocumentProjection } from '../projection/document-projection.ts'
import { tellChanged } from './announce.ts'
import { caughtIn, TOKENS } from './rules.ts'
import { caughtOn, headOf, momentsOf, moveHead, replaceCaptures } from './store.ts'

interface Seen {
  captures: CaptureRead[]
  /** Which account wrote with which Yjs client id. */
  authors: ReadonlyMap<number, string>
}

/** Reads the captures out of every page's document: a block that is gone is a row that is gone. */
export const captureProjection = (context: DocumentContext): DocumentProjection<Seen> => ({
  name: 'capture',
  version: 2,
  pace: 'live',
  // Typing in a paragraph is most of what happens in a page, and no capture changes by it.
  concerns: (touched) => ['*', 'capture', 'segment'].some((name) => touched.has(name)),
  look: (doc) => ({ captures: readCaptures(doc, TOKENS), authors: new Map() }),
  complete: async ({ captures }, documentId) => ({
    captures,
    authors: await context.documents.authors(documentId),
  }),
  save: (tx, documentId, seen, seq) => saveCaptures(context, tx, documentId, seen, seq),
})

/** Once or often, in whatever order looks arrive: the rows end as the document was at the highest number seen. */
const saveCaptures = async (
  context: DocumentContext,
  tx: Tx,
  documentId: DocumentId,
  { captures, authors }: Seen,
  seq: number,
): Promise<void> => {
  const page = await findPageOfDocument(tx, documentId)
  if (page === undefined) return
  const { id: pageId, circleId, meetingId } = page
  if (((await headOf(tx, pageId)) ?? -1) > seq) return
  await moveHead(tx, pageId, seq)
  const before = await caughtOn(tx, pageId)
  if (before.length === 0 && captures.length === 0) return
  const { rows: read, moments } = caughtIn(
    captures,
    authors,
    await momentsOf(tx, pageId),
    context.clock.now(),
  )
  const members = new Set(await withoutGuests(tx, [...new Set(read.flatMap(({ who }) => who ?? []))]))
  // A next step is a member's: nobody can ask a guest for it once the meeting is over.
  const rows = read.map((row) => (row.who === null || members.has(row.who) ? row : { ...row, who: null }))
  if (fingerprint(before) === fingerprint(rows)) return
  await replaceCaptures(tx, { pageId, circleId, meetingId }, rows, moments)
  await tellChanged(context, tx, { pageId, circleId, meetingId }, null)
}

const fingerprint = (rows: readonly object[]): string =>
  JSON.stringify(rows.map((row) => Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
