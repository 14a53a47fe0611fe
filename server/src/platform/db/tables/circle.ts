import type { AgreementVersion, VoiceKind } from '@rondo/shared/circle/agreement.ts'
import type { Status, Visibility } from '@rondo/shared/circle/model.ts'
import type { CircleId, Id, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface CircleTables {
  circle: {
    id: CircleId
    name: string
    purpose: string
    visibility: Visibility
    status: Status
    timeZone: string
    createdAt: Instant
    /** How many seats it wants at most; null for as many as come. */
    seatLimit: number | null
    /** The version of its agreement that is in force. */
    agreedVersion: number | null
    /** Who last changed what a host changes. */
    changedBy: MemberId | null
  }

  /** A member's place in a circle. */
  seat: {
    circleId: CircleId
    memberId: MemberId
    isHost: 0 | 1
    joinedAt: Instant
    /** The version of the agreement that binds them, by their word or with all others; null for nobody bound yet. */
    acceptedVersion: number | null
  }

  /** A version of the agreement: proposed, agreed, or taken back. */
  agreement: {
    id: Id<'agreement'>
    circleId: CircleId
    version: number
    /** Counts the texts of a proposal. */
    revision: number
    /** JSON: the sentences, in order. */
    clauses: string
    proposedBy: MemberId
    proposedAt: Instant
    editedBy: MemberId
    editedAt: Instant
    state: 'proposed' | 'agreed' | 'withdrawn'
    inForceAt: Instant | null
    how: AgreementVersion['how'] | null
  }

  /** What was said about a version. Append-only. */
  agreementVoice: {
    id: Id<'voice'>
    agreementId: Id<'agreement'>
    revision: number
    /** 1, 2, 3 … within the version. */
    seq: number
    by: MemberId
    kind: VoiceKind
    text: string | null
    at: Instant
  }

  circleCourse: {
    circleId: CircleId
    /** JSON: its goals with their marks. */
    goals: string
    /** JSON: its exit criteria. */
    exit: string
    revision: number
    changedBy: MemberId | null
    renewedAt: Instant | null
    storyPageId: PageId | null
  }

  /** Who waits for a seat. */
  seatWaiting: { circleId: CircleId; memberId: MemberId; since: Instant }
}
