import type { MeetingId, MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { Reason, Service, Turn } from './model.ts'

/** A member of the circle as the rota sees them. */
export interface Candidate {
  memberId: MemberId
  joinedAt: Instant
  /** Whether they have been to a meeting of this circle that is over. */
  hasAttended: boolean
}

/** A meeting to plan for, in the order of time. */
export interface Occurrence {
  meetingId: MeetingId | null
  startsAt: Instant | null
  /** Who holds the role already, decided at scheduling or by a person. */
  held?: MemberId
}

interface Standing {
  candidate: Candidate
  /** Position among all turns, past and planned; -1 when never. */
  lastTurn: number
  lastServedAt: Instant | null
}

/**
 * Plans one role over the coming meetings. The rules and their numbers are in SPEC.md beside this file.
 * Pure and deterministic: the same circle gives the same plan on every machine.
 *
 * @param served the past turns in this role, oldest first
 */
export const planTurns = (
  candidates: readonly Candidate[],
  served: readonly Pick<Service, 'memberId' | 'servedAt'>[],
  occurrences: readonly Occurrence[],
): Turn[] => {
  const standings = candidates.map((candidate) => standingOf(candidate, served))
  let turnNumber = served.length
  return occurrences.flatMap((occurrence, index) => {
    const choice = choose(standings, index)
    if (!choice) return []
    const holder =
      standings.find((standing) => standing.candidate.memberId === occurrence.held) ?? choice.standing
    const reason: Reason = holder === choice.standing ? choice.reason : { kind: 'assigned' }
    holder.lastTurn = turnNumber++
    holder.lastServedAt = occurrence.startsAt
    const { meetingId, startsAt } = occurrence
    return [{ meetingId, startsAt, memberId: holder.candidate.memberId, reason }]
  })
}

const standingOf = (
  candidate: Candidate,
  served: readonly Pick<Service, 'memberId' | 'servedAt'>[],
): Standing => {
  const lastTurn = served.findLastIndex((service) => service.memberId === candidate.memberId)
  return { candidate, lastTurn, lastServedAt: served[lastTurn]?.servedAt ?? null }
}

/** `index` counts the meetings of this plan: whoever is seated now has been to one by the second. */
const choose = (
  standings: readonly Standing[],
  index: number,
): { standing: Standing; reason: Reason } | undefined => {
  const experienced = standings.filter((standing) => standing.candidate.hasAttended || index > 0)
  const standing = (experienced.length > 0 ? experienced : standings).toSorted(byTurn)[0]
  if (!standing) return undefined
  if (experienced.length === 0) return { standing, reason: { kind: 'everyone-is-new' } }
  if (standing.lastTurn < 0) return { standing, reason: { kind: 'never-served' } }
  return { standing, reason: { kind: 'longest-ago', lastServedAt: standing.lastServedAt } }
}

const byTurn = (a: Standing, b: Standing): number =>
  a.lastTurn - b.lastTurn ||
  a.candidate.joinedAt - b.candidate.joinedAt ||
  (a.candidate.memberId < b.candidate.memberId ? -1 : 1)
