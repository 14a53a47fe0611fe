import * as Y from 'yjs'
import type { SegmentBlock } from './block.ts'
import { elementOf } from './build-elements.ts'
import { readSegments } from './read-segments.ts'
import { BODY } from './schema.ts'
import type { Origin } from './write-document.ts'

/**
 * Adds a segment to an agenda: after the one that shows what is left from last time, at the end where none does. A segment that
 * stands there already is not written twice.
 */
export const addSegment = (doc: Y.Doc, segment: SegmentBlock, origin: Origin = null): void => {
  if (readSegments(doc).some(({ id }) => id === segment.id)) return
  const body = doc.getXmlFragment(BODY)
  const names = body.toArray().map((child) => (child instanceof Y.XmlElement ? child.nodeName : ''))
  const carried = names.indexOf('carryOver')
  const next = names.indexOf('segment', carried + 1)
  const at = carried < 0 || next < 0 ? names.length : next
  doc.transact(() => {
    body.insert(at, [elementOf(segment), elementOf({ type: 'paragraph', line: '' })])
  }, origin)
}
