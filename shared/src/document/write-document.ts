import type * as Y from 'yjs'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import type { Block } from './block.ts'
import { elementOf } from './build-elements.ts'
import { BODY } from './schema.ts'

/** Who is named as the origin of a writer's transaction; observers and undo managers tell it from a person's edit. */
export type Origin = string | object | null

/** What the page of a meeting starts with. */
export interface InitialDocument {
  readonly title?: string
  /** What stands above the first segment. */
  readonly opening?: readonly Block[]
  readonly segments: readonly {
    readonly id: SegmentId
    readonly title: string
    /** 0 to 600 */
    readonly minutes: number
    readonly lead?: MemberId | undefined
    /** A sentence in italics below the heading. */
    readonly prompt?: string | undefined
    /** Whether the open matters of the last meeting are shown here. */
    readonly carryOver?: boolean | undefined
  }[]
}

/**
 * Writes the first blocks of a page: title, what the format opens with, then each segment with its prompt and an empty paragraph to write in.
 * Returns false, and writes nothing, when the document already holds something.
 */
export const initialDocument = (doc: Y.Doc, initial: InitialDocument, origin: Origin = null): boolean => {
  if (doc.getXmlFragment(BODY).length > 0) return false
  appendBlocks(doc, initialBlocks(initial), origin)
  return true
}

const initialBlocks = ({ title, opening = [], segments }: InitialDocument): Block[] => [
  ...(title ? [{ type: 'heading', level: 1, line: title } as const] : []),
  ...opening,
  ...segments.flatMap((segment): Block[] => [
    {
      type: 'segment',
      id: segment.id,
      line: segment.title,
      minutes: segment.minutes,
      lead: segment.lead,
    },
    ...(segment.carryOver ? [{ type: 'carryOver' } as const] : []),
    ...(segment.prompt
      ? [{ type: 'paragraph', line: [{ text: segment.prompt, marks: ['italic'] }] } as const]
      : []),
    { type: 'paragraph', line: '' },
  ]),
]

/** Writes blocks at the end of a document, in one transaction. */
export const appendBlocks = (doc: Y.Doc, blocks: readonly Block[], origin: Origin = null): void => {
  const body = doc.getXmlFragment(BODY)
  doc.transact(() => body.insert(body.length, blocks.map(elementOf)), origin)
}
