import type { CircleId, FeedId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface FeedTables {
  /** A calendar link of a member: to all their meetings, or to those of one circle. */
  feed: {
    id: FeedId
    memberId: MemberId
    circleId: CircleId | null
    /** The hash of the secret in its address; the secret itself is kept nowhere. */
    token: string
    madeAt: Instant
  }

  /** What calendars were last told of a meeting, so that its number grows whenever something changed. */
  feedRevision: {
    meetingId: MeetingId
    sequence: number
    digest: string
    changedAt: Instant
  }
}
