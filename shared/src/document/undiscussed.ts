import type * as Y from 'yjs'
import type { SegmentId } from '../kernel/id.ts'
import { type BlockRead, readBlocks } from './read-blocks.ts'
import { readSegments, type SegmentRead, segmentIdOf } from './read-segments.ts'

const NOTHING: ReadonlySet<string> = new Set(['segment', 'carryOver', 'horizontalRule'])

/**
 * The segments of a page that were never entered and under which nobody wrote: what a format asks there (a line in italics)
 * is not an answer. Where last time's matters stand is no topic of its own.
 */
export const undiscussedIn = (doc: Y.Doc, entered: ReadonlySet<SegmentId>): SegmentRead[] => {
  const touched = new Set<SegmentId>()
  let segmentId: SegmentId | undefined
  for (const block of readBlocks(doc)) {
    segmentId = segmentIdOf(block) ?? segmentId
    if (segmentId && (block.name === 'carryOver' || isWriting(block))) touched.add(segmentId)
  }
  return readSegments(doc).filter(
    ({ id, title }) => title.trim() !== '' && !entered.has(id) && !touched.has(id),
  )
}

const isWriting = ({ name, inlines }: BlockRead): boolean =>
  !NOTHING.has(name) &&
  inlines.some((inline) =>
    inline.type === 'atom'
      ? inline.name !== 'hardBreak'
      : inline.text.trim() !== '' && !('italic' in inline.marks),
  )
