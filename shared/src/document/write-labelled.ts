import * as Y from 'yjs'
import type { SegmentId } from '../kernel/id.ts'
import { elementOf } from './build-elements.ts'
import { BODY } from './schema.ts'
import type { Origin } from './write-document.ts'
import { writeIntoSegment } from './write-into-segment.ts'

/**
 * Writes a line under a label into a segment: behind the last line with the same label there, at the end of the segment
 * where it is the first. Answers whether the segment is there.
 */
export const writeLabelled = (
  doc: Y.Doc,
  segmentId: SegmentId,
  label: string,
  words: string,
  origin: Origin = null,
): boolean => {
  const line = [{ text: label, marks: ['bold'] }, ` ${words}`] as const
  const block = { type: 'paragraph', line } as const
  const before = lastLabelled(doc.getXmlFragment(BODY), segmentId, label)
  if (before === undefined) return writeIntoSegment(doc, segmentId, [block], origin) !== undefined
  doc.transact(() => doc.getXmlFragment(BODY).insertAfter(before, [elementOf(block)]), origin)
  return true
}

const lastLabelled = (body: Y.XmlFragment, segmentId: SegmentId, label: string): Y.XmlElement | undefined => {
  let isInside = false
  let last: Y.XmlElement | undefined
  for (const child of body.toArray() as unknown[]) {
    if (!(child instanceof Y.XmlElement)) continue
    if (child.nodeName === 'segment') isInside = child.getAttribute('id') === segmentId
    if (isInside && child.nodeName === 'paragraph' && labelOf(child) === label) last = child
  }
  return last
}

const labelOf = (paragraph: Y.XmlElement): unknown => {
  const [text] = paragraph.toArray() as unknown[]
  const [run] =
    text instanceof Y.XmlText ? (text.toDelta() as { insert: unknown; attributes?: object }[]) : []
  return run?.attributes && 'bold' in run.attributes ? run.insert : undefined
}
