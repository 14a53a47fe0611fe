import { createHash } from 'node:crypto'
import { elementOf } from '@rondo/shared/document/build-elements.ts'
import { BODY } from '@rondo/shared/document/schema.ts'
import { toProseMirrorJson } from '@rondo/shared/document/to-prosemirror-json.ts'
import { initialDocument } from '@rondo/shared/document/write-document.ts'
import type { PlannedSegment } from '@rondo/shared/format/model.ts'
import { templateBlocks } from '@rondo/shared/format/page-template.ts'
import type { DocumentId } from '@rondo/shared/kernel/id.ts'
import type { PartOfSegment } from '@rondo/shared/meeting/events.ts'
import type { Doc } from 'yjs'
import type { DocumentContext } from '../page/index.ts'

/** What the page of a new meeting starts with. */
export interface Agenda {
  readonly segments: readonly PlannedSegment[]
  /** A page template, which stands above them. */
  readonly page?: string | undefined
}

/** What a document holds, in a few letters: as long as they stay the same nobody wrote in it. */
export const digestOf = (doc: Doc): string =>
  createHash('sha256')
    .update(JSON.stringify(toProseMirrorJson(doc)))
    .digest('base64url')

/** Writes the agenda in a document that holds nothing yet, and answers what the room does in its segments. */
const writeAgenda = (
  doc: Doc,
  { segments, page = '' }: Agenda,
  { ids }: Pick<DocumentContext, 'ids'>,
): PartOfSegment[] => {
  const named = segments.map((one) => ({ ...one, id: ids.next<'segment'>() }))
  doc.transact(() => {
    if (initialDocument(doc, { segments: named }))
      doc.getXmlFragment(BODY).insert(0, templateBlocks(page).map(elementOf))
  })
  return named.flatMap(({ id, part }) => (part ? [{ segmentId: id, part }] : []))
}

/** Makes the document of a meeting that is about to be written down. One that no page comes to name harms nobody. */
export const createAgenda = async (
  context: Pick<DocumentContext, 'documents' | 'ids'>,
  agenda: Agenda,
): Promise<{ documentId: DocumentId; digest: string; parts: PartOfSegment[] }> => {
  const documentId = context.ids.next<'document'>()
  let digest = ''
  let parts: PartOfSegment[] = []
  await context.documents.create(documentId, (doc) => {
    parts = writeAgenda(doc, agenda, context)
    digest = digestOf(doc)
  })
  return { documentId, digest, parts }
}
