import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Roles } from '@rondo/shared/meeting/events.ts'
import type { Service, Turn } from '@rondo/shared/rotation/model.ts'
import { type Candidate, type Occurrence, planTurns } from '@rondo/shared/rotation/plan.ts'

/** A meeting that is not over, as the rota sees it. */
export interface Upcoming extends Occurrence {
  startsAt: Instant
  isLive: boolean
  roles: Roles
}

/** What a circle's rota is decided from. */
export interface Rota {
  candidates: readonly Candidate[]
  /** Oldest first. */
  ledger: readonly Service[]
  /** Soonest first. */
  upcoming: readonly Upcoming[]
}

const PLANNED = 4

/**
 * The facilitators of the next four meetings: the scheduled ones, then some without a date. A live meeting takes part
 * in the plan, for its facilitator has had their turn, but it is no longer to come.
 */
export const nextFacilitators = ({ candidates, ledger, upcoming }: Rota): Turn[] => {
  const live = upcoming.filter(({ isLive }) => isLive)
  const dated = upcoming.filter(({ isLive }) => !isLive).slice(0, PLANNED)
  const undated = Array.from({ length: PLANNED - dated.length }, () => ({ meetingId: null, startsAt: null }))
  const occurrences = [...[...live, ...dated].map(heldBy), ...undated]
  const served = ledger.filter(({ role }) => role === 'facilitator')
  return planTurns(candidates, served, occurrences).slice(live.length)
}

const heldBy = ({ meetingId, startsAt, roles }: Upcoming): Occurrence => ({
  meetingId,
  startsAt,
  ...(roles.facilitator === null ? {} : { held: roles.facilitator }),
})

type Named = { [Role in keyof Roles]?: MemberId | undefined }

/**
 * The roles of a new meeting. Named people keep theirs; facilitator and note-taker follow the rota, one role each
 * while members suffice; nobody presents unless named.
 */
export const fillRoles = (rota: Rota, startsAt: Instant, named: Named): Roles => {
  const presenter = named.presenter ?? null
  const facilitator =
    named.facilitator ?? choose(rota, startsAt, 'facilitator', [presenter, named['note-taker'] ?? null])
  const noteTaker = named['note-taker'] ?? choose(rota, startsAt, 'note-taker', [presenter, facilitator])
  return { facilitator, presenter, 'note-taker': noteTaker }
}

/** Turns in meetings that are scheduled already count as served, wherever the new one falls between them. */
const choose = (
  { candidates, ledger, upcoming }: Rota,
  startsAt: Instant,
  role: keyof Roles,
  taken: readonly (MemberId | null)[],
): MemberId | null => {
  const hasBefore = upcoming.some((meeting) => meeting.startsAt < startsAt)
  const everyone = candidates.map((one) => ({ ...one, hasAttended: one.hasAttended || hasBefore }))
  const free = everyone.filter(({ memberId }) => !taken.includes(memberId))
  const promised = upcoming.flatMap((meeting) => {
    const holder = meeting.roles[role]
    return holder == null ? [] : [{ memberId: holder, servedAt: meeting.startsAt }]
  })
  const served = [...ledger.filter((service) => service.role === role), ...promised]
  const occurrence = { meetingId: null, startsAt }
  return planTurns(free.length > 0 ? free : everyone, served, [occurrence])[0]?.memberId ?? null
}
