import * as Y from 'yjs'
import type { SegmentId } from '../kernel/id.ts'
import type { Block } from './block.ts'
import { elementOf } from './build-elements.ts'
import { BODY } from './schema.ts'
import type { Origin } from './write-document.ts'

/**
 * Writes blocks at the end of a segment, before the next one, in one transaction. The empty paragraph that a segment
 * starts with gives way to the first of them. Answers the elements it made, or nothing where the segment is not there.
 */
export const writeIntoSegment = (
  doc: Y.Doc,
  segmentId: SegmentId,
  blocks: readonly Block[],
  origin: Origin = null,
): Y.XmlElement[] | undefined => {
  const body = doc.getXmlFragment(BODY)
  const end = endOfSegment(body, segmentId)
  if (end === undefined) return undefined
  const elements = blocks.map(elementOf)
  doc.transact(() => {
    const at = isEmptyParagraph(body.get(end - 1)) ? end - 1 : end
    if (at < end) body.delete(at, 1)
    body.insert(at, elements)
  }, origin)
  return elements
}

/** The place before the next segment, or the end of the page. */
const endOfSegment = (body: Y.XmlFragment, segmentId: SegmentId): number | undefined => {
  const children = body.toArray()
  const start = children.findIndex((child) => isSegment(child) && child.getAttribute('id') === segmentId)
  if (start < 0) return undefined
  const next = children.findIndex((child, index) => index > start && isSegment(child))
  return next < 0 ? children.length : next
}

const isSegment = (child: unknown): child is Y.XmlElement =>
  child instanceof Y.XmlElement && child.nodeName === 'segment'

const isEmptyParagraph = (child: unknown): boolean =>
  child instanceof Y.XmlElement && child.nodeName === 'paragraph' && child.toArray().every(isEmptyText)

const isEmptyText = (child: unknown): boolean => child instanceof Y.XmlText && child.length === 0
