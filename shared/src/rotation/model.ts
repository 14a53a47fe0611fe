import { z } from 'zod'
import { meetingId, memberId } from '../kernel/id.ts'
import { instant } from '../kernel/time.ts'

export const ROLES = ['facilitator', 'presenter', 'note-taker'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/** Why somebody's turn comes; the screen puts it in words. */
export const reason = z.discriminatedUnion('kind', [
  /** Has never held the role and has been to a meeting. */
  z.strictObject({ kind: z.literal('never-served') }),
  /** Held the role longer ago than anyone else; `null` when that is itself a turn of this plan without a date. */
  z.strictObject({ kind: z.literal('longest-ago'), lastServedAt: instant.nullable() }),
  /** It is everyone's first meeting, so the first to join leads. */
  z.strictObject({ kind: z.literal('everyone-is-new') }),
  /** A person decided it. */
  z.strictObject({ kind: z.literal('assigned') }),
])
export type Reason = z.infer<typeof reason>

/** Who holds a role in one of the next meetings, and why. */
export const turn = z.strictObject({
  /** The scheduled meeting, or null for a later one that has no date yet. */
  meetingId: meetingId.nullable(),
  startsAt: instant.nullable(),
  memberId,
  reason,
})
export type Turn = z.infer<typeof turn>

/** One line of the ledger: who served in which role, in which meeting. */
export const service = z.strictObject({ memberId, role, meetingId, servedAt: instant })
export type Service = z.infer<typeof service>
