import { z } from 'zod'
import { awayId, meetingId, memberId, swapId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { day, instant } from '../kernel/time.ts'

/** The roles that every circle starts with. */
export const ROLES = ['facilitator', 'presenter', 'note-taker'] as const
/** The roles that the product knows by name; the timekeeper's is there for circles that want one. */
export const KNOWN_ROLES = [...ROLES, 'timekeeper'] as const

/** A role that a circle made for itself. */
export const ownRole = z.templateLiteral(['own-', z.uuid()])
export type OwnRole = z.infer<typeof ownRole>

export const role = z.union([z.enum(KNOWN_ROLES), ownRole])
export type Role = z.infer<typeof role>
export type KnownRole = (typeof KNOWN_ROLES)[number]

export const roleName = line(40)

/** A role of a circle, in the order in which the rota fills them. Only the circle's own ones have a name here. */
export const circleRole = z.strictObject({ role, name: roleName.nullable() })
export type CircleRole = z.infer<typeof circleRole>

/** Whether a format means this role of a circle: by what it is, or by what the circle calls it. */
export const isMeantBy = (named: string, { role, name }: CircleRole): boolean =>
  named === role || named.toLowerCase() === name?.toLowerCase()

/** Why somebody's turn comes, or nobody's; the screen puts it in words. */
export const reason = z.discriminatedUnion('kind', [
  /** Has never held the role and has been to a meeting. */
  z.strictObject({ kind: z.literal('never-served') }),
  /** Held the role longer ago than anyone else; `null` when that is itself a turn of this plan without a date. */
  z.strictObject({ kind: z.literal('longest-ago'), lastServedAt: instant.nullable() }),
  /** It is everyone's first meeting, so the first to join leads. */
  z.strictObject({ kind: z.literal('everyone-is-new') }),
  /** It was their turn when the meeting came near or when they accepted, and so it stays. */
  z.strictObject({ kind: z.literal('settled') }),
  /** A person decided it. */
  z.strictObject({ kind: z.literal('assigned') }),
  z.strictObject({ kind: z.literal('volunteered') }),
  z.strictObject({ kind: z.literal('swapped'), with: memberId }),
  /** Everybody is away, passed, or holds another role: it waits for somebody to volunteer. */
  z.strictObject({ kind: z.literal('nobody') }),
  /** It is left open on purpose, as an open mic. */
  z.strictObject({ kind: z.literal('left-open') }),
  /** The format of the meeting has no such role. */
  z.strictObject({ kind: z.literal('not-needed') }),
])
export type Reason = z.infer<typeof reason>

/** Who leads one of the next meetings, and why. */
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

/** What a person decided about a turn; without one the turn follows the plan. */
export const DECISIONS = ['accepted', 'volunteered', 'assigned', 'swapped', 'left-open'] as const
export type Decision = (typeof DECISIONS)[number]

/** Open: nobody holds it. Proposed: the rota's choice, which nobody confirmed yet. */
export const cellState = z.enum(['open', 'proposed', ...DECISIONS])
export type CellState = z.infer<typeof cellState>

/** Somebody who does not take this turn, and stays first in line for the next one. */
export const pass = z.strictObject({ memberId, kind: z.enum(['declined', 'skipped']) })
export type Pass = z.infer<typeof pass>

/** One role in one meeting. */
export const cell = z.strictObject({
  role,
  memberId: memberId.nullable(),
  reason,
  state: cellState,
  /** Who decided it; null while it follows the plan. */
  decidedBy: memberId.nullable(),
  /** Who passed this turn on, in that order. */
  passed: z.array(pass),
  /** The open offer to swap it, if there is one. */
  swapId: swapId.nullable(),
  /** Rises with everything that a person does to this cell; commands name it as what the asker saw. */
  version: z.int().min(0),
})
export type Cell = z.infer<typeof cell>

/** One of the next meetings with the cell of every role. */
export const rotaMeeting = z.strictObject({
  /** Null for a later one that has no date yet: nothing can be decided about it. */
  meetingId: meetingId.nullable(),
  startsAt: instant.nullable(),
  /** The day of the meeting in the zone of the circle. */
  day: day.nullable(),
  /** Within six days: a cell that nobody touched keeps its person, and no longer follows the plan. */
  isSettled: z.boolean(),
  /** Who is away on that day. */
  away: z.array(memberId),
  /** In the order of the circle's roles. */
  cells: z.array(cell),
})
export type RotaMeeting = z.infer<typeof rotaMeeting>

/** Days on which somebody is away, both included, in the zone of the circle. Why is not asked. */
export const away = z.strictObject({ id: awayId, memberId, from: day, to: day })
export type Away = z.infer<typeof away>

/**
 * Not yet: not proposed for the role until that day (null: until they say so) and first in line then, if they never
 * held it. Opted out: not proposed for it at all.
 */
export const stance = z.strictObject({
  memberId,
  role,
  kind: z.enum(['not-yet', 'opted-out']),
  until: day.nullable(),
})
export type Stance = z.infer<typeof stance>

/**
 * What the asker saw in the cell: who held it and its version. Whoever is late is told who was faster (409,
 * `rotation.turn-moved`), and nothing changes.
 */
export const seenCell = z.strictObject({ memberId: memberId.nullable(), version: z.int().min(0) })
export type SeenCell = z.infer<typeof seenCell>

export const cellAddress = z.strictObject({ meetingId, role })
export type CellAddress = z.infer<typeof cellAddress>

/** `by` gives their turn away and takes the other; nothing moves until `to` accepts. */
export const swap = z.strictObject({
  id: swapId,
  by: memberId,
  to: memberId,
  give: cellAddress,
  take: cellAddress,
  /** Lapsed: one of the two no longer holds the turn, or is away. */
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn', 'undone', 'lapsed']),
  offeredAt: instant,
  version: z.int().min(1),
})
export type Swap = z.infer<typeof swap>

/** How often somebody held a role, and when last; the ledger summed up. */
export const tally = z.strictObject({ memberId, role, times: z.int().min(1), lastServedAt: instant })
export type Tally = z.infer<typeof tally>

export const rotation = z.strictObject({
  roles: z.array(circleRole),
  meetings: z.array(rotaMeeting),
  /** The facilitators of the next four meetings: the first column of `meetings`, without those whom nobody leads. */
  turns: z.array(turn),
  /** The rest is for the circle's own people; empty for others. */
  away: z.array(away),
  stances: z.array(stance),
  /** Open offers, and accepted ones that can still be undone. */
  swaps: z.array(swap),
  /** Newest first. */
  ledger: z.array(service),
  tallies: z.array(tally),
})
export type Rotation = z.infer<typeof rotation>
