import { randomUUID } from 'node:crypto'
import type { Block } from '@rondo/shared/document/block.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { openDocument, whenDocument } from './document-client.ts'
import type { Line } from './minutes.ts'
import type { Visitor } from './visitor.ts'

/** A line of minutes as the block that an editor would make of it. */
const blockOf = (line: Line, people: ReadonlyMap<string, MemberId>): Block => {
  switch (line.kind) {
    case 'heading':
      return { type: 'segment', id: randomUUID() as string as SegmentId, line: line.text, minutes: 5 }
    case 'action': {
      const who = line.who === undefined ? undefined : people.get(line.who)
      const id = randomUUID() as string as CaptureId
      return { type: 'capture', id, kind: 'next', line: line.text, at: Date.now(), who }
    }
    case 'decision':
    case 'question': {
      const id = randomUUID() as string as CaptureId
      return { type: 'capture', id, kind: line.kind, line: line.text, at: Date.now() }
    }
    case 'paragraph':
      return { type: 'paragraph', line: line.text }
    case 'point':
      return { type: 'bullets', items: [line.text] }
  }
}

/** Writes lines at the end of a page through a socket, and waits until somebody else has them from the server. */
export const writeAtOnce = async (
  visitor: Visitor,
  documentId: string,
  lines: readonly Line[],
  people: ReadonlyMap<string, MemberId>,
): Promise<void> => {
  const [writer, reader] = [openDocument(visitor, documentId), openDocument(visitor, documentId)]
  await Promise.all([writer.synced, reader.synced])
  appendBlocks(
    writer.doc,
    lines.map((line) => blockOf(line, people)),
  )
  const written = writer.doc.getXmlFragment('body').length
  await whenDocument(reader.doc, () => reader.doc.getXmlFragment('body').length >= written)
  writer.close()
  reader.close()
}
