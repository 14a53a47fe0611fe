import type { AnswerId, CircleId, MeetingId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface SeatTables {
  /** What somebody answered in their own time. It stands here alone until the window closes. */
  seatAnswer: {
    id: AnswerId
    meetingId: MeetingId
    circleId: CircleId
    segmentId: SegmentId
    memberId: MemberId
    /** What the segment was called, for the case that it is gone when the window closes. */
    title: string
    text: string
    at: Instant
    changedAt: Instant
  }

  /** A window that is being closed, or was. */
  seatClosing: {
    meetingId: MeetingId
    /** Which server writes the answers into the page, and until when the others leave it to that one. */
    holder: string
    until: Instant
    /** Since when the page is final; null while it is being made so. */
    finalAt: Instant | null
    /** What the page said then, in a few letters. */
    digest: string | null
  }

  /** Who said whether a meeting was worth it; what they said is not kept with it. */
  worthGiven: { meetingId: MeetingId; memberId: MemberId }

  /** How often each mark was given. */
  worthTally: { meetingId: MeetingId; mark: number; count: number }

  /** Who put the catch-up of a meeting away. */
  caughtUp: { meetingId: MeetingId; memberId: MemberId; at: Instant }
}
