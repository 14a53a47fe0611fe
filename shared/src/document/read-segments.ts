import type * as Y from 'yjs'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import { isId, isMinutes, isWithin } from './attributes.ts'
import { type BlockRead, readBlocks } from './read-blocks.ts'
import { blockText, type Labels } from './read-text.ts'

/** An agenda item as it stands in the document. */
export interface SegmentRead {
  readonly id: SegmentId
  readonly title: string
  readonly minutes: number
  readonly lead: MemberId | undefined
  /** 0 for the first segment of the page. */
  readonly index: number
}

/** A heading or a segment, for a table of contents. */
export interface OutlineEntry {
  readonly level: 1 | 2 | 3
  readonly title: string
  /** Only segments have an id. */
  readonly segmentId: SegmentId | undefined
}

/** The agenda: the segments of a document in order. Of several with one id, the first counts. */
export const readSegments = (doc: Y.Doc, labels: Labels = {}): SegmentRead[] => {
  const byId = new Map<SegmentId, SegmentRead>()
  for (const block of readBlocks(doc)) {
    const id = segmentIdOf(block)
    if (!id || byId.has(id)) continue
    const { minutes, lead } = block.attributes
    byId.set(id, {
      id,
      title: blockText(block, labels),
      minutes: isMinutes(minutes) ? minutes : 0,
      lead: isId<'member'>(lead) ? lead : undefined,
      index: byId.size,
    })
  }
  return [...byId.values()]
}

/** Headings and segments in order; a segment ranks as a heading of level 2. Those without text are left out. */
export const readOutline = (doc: Y.Doc, labels: Labels = {}): OutlineEntry[] =>
  readBlocks(doc)
    .filter((block) => block.name === 'heading' || block.name === 'segment')
    .map((block) => ({
      level: levelOf(block),
      title: blockText(block, labels).trim(),
      segmentId: segmentIdOf(block),
    }))
    .filter((entry) => entry.title !== '')

export const segmentIdOf = (block: BlockRead): SegmentId | undefined => {
  const { id } = block.attributes
  return block.name === 'segment' && isId<'segment'>(id) ? id : undefined
}

const levelOf = (block: BlockRead): 1 | 2 | 3 => {
  const { level } = block.attributes
  if (block.name === 'segment') return 2
  return isWithin(level, 1, 3) ? (level as 1 | 2 | 3) : 1
}
