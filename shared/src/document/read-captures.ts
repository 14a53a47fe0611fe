import type * as Y from 'yjs'
import type { CaptureId, MemberId, SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import { isDropReason, isDueDate, isId, isInstant } from './attributes.ts'
import { type CaptureKind, isCaptureKind, isTickable } from './capture-kinds.ts'
import { type BlockRead, readBlocks } from './read-blocks.ts'
import { segmentIdOf } from './read-segments.ts'
import { blockText, type Labels } from './read-text.ts'

/**
 * A capture as it stands in the document. What its kind has no use for (who takes an insight) is not read, though it stays in
 * the block, so that turning it back loses nothing.
 */
export interface CaptureRead {
  readonly id: CaptureId
  readonly kind: CaptureKind
  readonly text: string
  /** When it was caught, by the clock of whoever caught it. */
  readonly at: Instant | undefined
  readonly who: MemberId | undefined
  /** `YYYY-MM-DD` */
  readonly due: string | undefined
  readonly done: boolean
  /** Why it was dropped; undefined while it is open, and once it is done after all. */
  readonly dropped: string | undefined
  /** The segment it stands under. */
  readonly segmentId: SegmentId | undefined
  /** Its place among all blocks of the page, from 0: captures sort by it. */
  readonly position: number
  /** The Yjs client that made the block; the server knows which account that was. */
  readonly clientId: number
}

/** The captures of a document in reading order. Of several with one id, the first counts. */
export const readCaptures = (doc: Y.Doc, labels: Labels = {}): CaptureRead[] => {
  const byId = new Map<CaptureId, CaptureRead>()
  let segmentId: SegmentId | undefined
  let position = 0
  for (const block of readBlocks(doc)) {
    segmentId = segmentIdOf(block) ?? segmentId
    const capture = captureOf(block, segmentId, position++, labels)
    if (capture && !byId.has(capture.id)) byId.set(capture.id, capture)
  }
  return [...byId.values()]
}

/** The element of a capture, for a writer; the first if an id stands twice. */
export const findCapture = (doc: Y.Doc, captureId: CaptureId): Y.XmlElement | undefined =>
  readBlocks(doc).find((block) => block.name === 'capture' && block.attributes.id === captureId)?.element

const captureOf = (
  block: BlockRead,
  segmentId: SegmentId | undefined,
  position: number,
  labels: Labels,
): CaptureRead | undefined => {
  const { id, kind, at, who, due, dropped } = block.attributes
  if (block.name !== 'capture' || !isId<'capture'>(id) || !isCaptureKind(kind)) return undefined
  const isStep = kind === 'next'
  const done = isTickable(kind) && block.attributes['done'] === true
  return {
    id,
    kind,
    text: blockText(block, labels).trim(),
    at: isInstant(at) ? at : undefined,
    who: isStep && isId<'member'>(who) ? who : undefined,
    due: isStep && isDueDate(due) ? due : undefined,
    done,
    dropped: isTickable(kind) && !done && isDropReason(dropped) ? dropped : undefined,
    segmentId,
    position,
    clientId: block.element._item?.id.client ?? 0,
  }
}
