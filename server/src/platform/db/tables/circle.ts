import type { Visibility } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface CircleTables {
  circle: {
    id: CircleId
    name: string
    purpose: string
    visibility: Visibility
    timeZone: string
    createdAt: Instant
  }

  /** A member's place in a circle. */
  seat: { circleId: CircleId; memberId: MemberId; isHost: 0 | 1; joinedAt: Instant }
}
