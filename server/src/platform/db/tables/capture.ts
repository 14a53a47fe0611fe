import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { CaptureId, CircleId, MeetingId, MemberId, PageId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface CaptureTables {
  /** The captures that stand in documents. The same id may stand in two pages, for blocks can be copied. */
  capture: {
    pageId: PageId
    id: CaptureId
    circleId: CircleId | null
    meetingId: MeetingId | null
    kind: CaptureKind
    /** With `@[member]` and `[[page]]` where names stand, for these are looked up for each reader. */
    text: string
    who: MemberId | null
    due: string | null
    done: 0 | 1
    doneAt: Instant | null
    at: Instant
    by: MemberId | null
    segmentId: SegmentId | null
    position: number
  }

  /** How far the captures of a page have been read out of its document. */
  captureHead: { pageId: PageId; seq: number }

  /** What no document says: when a capture was first seen, and when it was done. It outlives the block. */
  captureMoment: { pageId: PageId; captureId: CaptureId; firstSeenAt: Instant; doneAt: Instant | null }
}
