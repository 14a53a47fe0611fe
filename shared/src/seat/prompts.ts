import type { Doc } from 'yjs'
import { type BlockRead, readBlocks } from '../document/read-blocks.ts'
import { segmentIdOf } from '../document/read-segments.ts'
import { blockText } from '../document/read-text.ts'
import type { SegmentId } from '../kernel/id.ts'
import type { PartOfSegment } from '../meeting/events.ts'
import type { Prompt } from './model.ts'

/** Nobody is asked anything there: a lane is one observer's, and a study segment is for doing. */
const SILENT = new Set(['lane', 'study'])

/**
 * What the segments of a page ask, in their order. A prompt is the line in italics that stands first under its segment, as
 * every new page has it; a segment without one asks by its title. Of several with one id, the first counts.
 */
export const readPrompts = (doc: Doc, parts: readonly PartOfSegment[]): Prompt[] => {
  const silent = new Set(parts.filter(({ part }) => SILENT.has(part.kind)).map(({ segmentId }) => segmentId))
  const prompts = new Map<SegmentId, Prompt>()
  const blocks = readBlocks(doc)
  blocks.forEach((block, index) => {
    const segmentId = segmentIdOf(block)
    if (segmentId === undefined || silent.has(segmentId) || prompts.has(segmentId)) return
    const first = blocks.slice(index + 1, index + 3).find(({ name }) => name !== 'carryOver')
    const prompt = first !== undefined && isPrompt(first) ? blockText(first).trim() : null
    prompts.set(segmentId, { segmentId, title: blockText(block).trim(), prompt: prompt || null })
  })
  return [...prompts.values()]
}

const isPrompt = ({ name, inlines }: BlockRead): boolean =>
  name === 'paragraph' &&
  inlines.length > 0 &&
  inlines.every(
    (one) => one.type === 'text' && Object.keys(one.marks).some((key) => key.startsWith('italic')),
  )
