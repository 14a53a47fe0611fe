import type { AwayId, CircleId, MeetingId, MemberId, SwapId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Decision, Pass, Role, Stance, Swap } from '@rondo/shared/rotation/model.ts'

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

  /** The roles of a circle that changed them; a circle without rows has those that every circle starts with. */
  rotaRole: { circleId: CircleId; role: Role; name: string | null; place: number }

  /** Days on which somebody is away, both included. */
  rotaAway: { id: AwayId; circleId: CircleId; memberId: MemberId; fromDay: string; toDay: string }

  rotaStance: {
    circleId: CircleId
    memberId: MemberId
    role: Role
    kind: Stance['kind']
    until: string | null
  }

  /** Whom the plan had for a turn, last time it was free to change. */
  rotaPick: { circleId: CircleId; meetingId: MeetingId; role: Role; memberId: MemberId }

  /** What people did to a turn. */
  rotaTurn: {
    circleId: CircleId
    meetingId: MeetingId
    role: Role
    version: number
    /** Null where the turn follows the plan again. */
    decision: Decision | null
    memberId: MemberId | null
    swapId: SwapId | null
    /** Who did the last thing. */
    decidedBy: MemberId
  }

  /** Who passed a turn on. */
  rotaPass: {
    circleId: CircleId
    meetingId: MeetingId
    role: Role
    memberId: MemberId
    kind: Pass['kind']
    at: Instant
  }

  rotaSwap: {
    id: SwapId
    circleId: CircleId
    by: MemberId
    to: MemberId
    giveMeetingId: MeetingId
    giveRole: Role
    takeMeetingId: MeetingId
    takeRole: Role
    state: Swap['state']
    /** What was decided about the two turns before it was accepted, JSON. */
    before: string | null
    offeredAt: Instant
    version: number
  }
}
