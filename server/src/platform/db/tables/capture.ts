import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type {
  CaptureId,
  CircleId,
  MeetingId,
  MemberId,
  PageId,
  SegmentId,
  ThreadId,
} from '@rondo/shared/kernel/id.ts'
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
    /** Why it was dropped. */
    dropped: string | null
    at: Instant
    by: MemberId | null
    segmentId: SegmentId | null
    position: number
  }

  /** What became of a capture outside of its page: at most one of each kind, whatever happens to the block. */
  captureFollowUp: {
    captureId: CaptureId
    kind: 'thread' | 'page' | 'thanks'
    /** Where the capture stood. */
    circleId: CircleId
    pageId: PageId
    threadId: ThreadId | null
    grownPageId: PageId | null
    /** Who was thanked. */
    memberId: MemberId | null
    /** The address that a page was made of, so that the same address leads to the same page. */
    address: string | null
    by: MemberId
    at: Instant
  }

  /** What became of a segment that nobody came to: added to a later meeting, or let go. */
  undiscussedSegment: {
    /** The meeting on whose agenda it stood. */
    meetingId: MeetingId
    segmentId: SegmentId
    how: 'add' | 'let-go'
    /** In which meeting that was said. */
    saidIn: MeetingId
    by: MemberId
    at: Instant
  }

  /** How far the captures of a page have been read out of its document. */
  captureHead: { pageId: PageId; seq: number }

  /** What no document says: when a capture was first seen, and when it was done. It outlives the block. */
  captureMoment: {
    pageId: PageId
    captureId: CaptureId
    firstSeenAt: Instant
    /** Who had written it then; null is nobody known. */
    firstBy: MemberId | null
    doneAt: Instant | null
  }
}
