import type { GuestLinkId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface GuestTables {
  /** Links that let guests into one meeting. */
  guestLink: {
    id: GuestLinkId
    meetingId: MeetingId
    /** SHA-256 of the link's secret, in hex. */
    tokenHash: string
    madeBy: MemberId
    madeAt: Instant
    revokedAt: Instant | null
    revokedBy: MemberId | null
  }

  /** Who came by which link. The person is a row of `member`, whose role says whether they are a guest still. */
  guest: {
    memberId: MemberId
    linkId: GuestLinkId
    /** SHA-256 of what the guest's browser holds, in hex; null once they left, or became a member. */
    tokenHash: string | null
    joinedAt: Instant
  }
}
