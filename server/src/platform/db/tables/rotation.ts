import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'

export interface RotationTables {
  /** The ledger: who served in which role of which meeting. Append-only. */
  service: {
    circleId: CircleId
    meetingId: MeetingId
    memberId: MemberId
    role: Role
    servedAt: Instant
  }

  /** Who was in the room of a meeting that is over. Append-only. */
  attendance: { circleId: CircleId; meetingId: MeetingId; memberId: MemberId }
}
