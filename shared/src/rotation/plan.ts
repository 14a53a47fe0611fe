import type { MeetingId, MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import { Choice } from './choice.ts'
import { Line } from './line.ts'
import type { Away, Decision, Reason, Role, Service, Stance } from './model.ts'
import { Rules } from './rules.ts'

/** A member of the circle as the rota sees them. */
export interface Candidate {
  memberId: MemberId
  joinedAt: Instant
  /** Whether they have been to a meeting of this circle that is over. */
  hasAttended: boolean
}

/** What is known about one role of one meeting before it is planned. */
export interface Touch {
  /** A person decided it. */
  held?: { memberId: MemberId; as: Exclude<Decision, 'left-open'>; with?: MemberId }
  /** Whom the plan had when the meeting came near, or when somebody offered to swap it. */
  settled?: MemberId
  /** Who does not take this turn. */
  passed?: readonly MemberId[]
  /** Nobody is to be proposed. */
  leftOpen?: true
  /** The format of the meeting has no such role: nobody is proposed unless a person decided it. */
  notNeeded?: true
}

/** A meeting to plan for. */
export interface Occurrence {
  meetingId: MeetingId | null
  startsAt: Instant | null
  /** The day of the meeting in the zone of the circle; null for a meeting without a date. */
  day: string | null
  /** It has begun: whoever holds a role has their turn, and nothing is proposed. */
  isLive?: boolean
  touched?: ReadonlyMap<Role, Touch>
}

export interface PlanInput {
  /** In the order in which they are filled. */
  roles: readonly Role[]
  members: readonly Candidate[]
  away: readonly Pick<Away, 'memberId' | 'from' | 'to'>[]
  stances: readonly Stance[]
  /** The past turns, oldest first. */
  ledger: readonly Pick<Service, 'memberId' | 'role' | 'servedAt'>[]
  /** Soonest first. */
  occurrences: readonly Occurrence[]
}

export interface PlannedTurn {
  role: Role
  memberId: MemberId | null
  reason: Reason
  /** Whether a person's decision was followed; false where it was void, for they are away or left. */
  isHeld: boolean
}

export interface PlannedMeeting {
  meetingId: MeetingId | null
  startsAt: Instant | null
  day: string | null
  turns: PlannedTurn[]
}

/**
 * Plans every role over the coming meetings. The rules and their numbers are in SPEC.md beside this file.
 * Pure and deterministic: the same circle gives the same plan on every machine.
 */
export const planRota = (input: PlanInput): PlannedMeeting[] => {
  const rules = new Rules(input)
  const line = new Line(input.members, input.ledger)
  return input.occurrences.map((occurrence, index) => {
    const turns = planMeeting(input.roles, new Choice(rules, line, index))
    for (const { role, memberId } of turns) {
      if (memberId !== null) line.serve(role, memberId, occurrence.startsAt)
    }
    const { meetingId, startsAt, day } = occurrence
    return { meetingId, startsAt, day, turns }
  })
}

/** People's decisions first, then role by role, in their order: whom it is settled with, or who is first in line. */
const planMeeting = (roles: readonly Role[], choice: Choice): PlannedTurn[] => {
  const held = new Map(roles.map((role) => [role, choice.held(role)]))
  for (const turn of held.values()) choice.take(turn?.memberId)
  return roles.map((role) => {
    const decided = held.get(role)
    if (decided) return decided
    const turn = choice.settled(role) ?? choice.free(role)
    choice.take(turn.memberId)
    return turn
  })
}
