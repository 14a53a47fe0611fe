import type { MeetingId, MemberId } from '../kernel/id.ts'
import { DAY } from '../kernel/time.ts'
import type { Role } from './model.ts'
import type { Occurrence, PlanInput, PlannedMeeting, Touch } from './plan.ts'

/** For tests: a circle whose people and meetings are numbers. The first meeting is on day 0, the next a week later. */
const START = Date.UTC(2026, 0, 1, 12)

const uuid = (kind: number, n: number) =>
  `00000000-0000-4000-${8000 + kind}-${n.toString(16).padStart(12, '0')}`
const people = Array.from({ length: 64 }, (_, n) => uuid(1, n) as MemberId)
export const person = (n: number) => people[n] ?? (uuid(1, n) as MemberId)
export const numberOf = (memberId: MemberId) => Number.parseInt(memberId.slice(-12), 16)

const known = Array.from({ length: 64 }, (_, n) => uuid(2, n) as MeetingId)
export const meeting = (n: number) => known[n] ?? (uuid(2, n) as MeetingId)
export const startOf = (week: number) => START + week * 7 * DAY
export const weekOf = (startsAt: number | null) => ((startsAt ?? START) - START) / (7 * DAY)
const days = Array.from({ length: 64 }, (_, week) => new Date(startOf(week)).toISOString().slice(0, 10))
export const dayOf = (week: number) => days[week] ?? new Date(startOf(week)).toISOString().slice(0, 10)

export const meetings = (count: number, from = 0): Occurrence[] =>
  Array.from({ length: count }, (_, index) => ({
    meetingId: meeting(from + index),
    startsAt: startOf(from + index),
    day: dayOf(from + index),
  }))

/** The same meetings, with what is known about some of their turns. */
export const touched = (
  occurrences: readonly Occurrence[],
  ...touches: readonly [index: number, role: Role, touch: Touch][]
): Occurrence[] =>
  occurrences.map((occurrence, at) => ({
    ...occurrence,
    touched: new Map([
      ...(occurrence.touched ?? []),
      ...touches.filter(([index]) => index === at).map(([, role, touch]) => [role, touch] as const),
    ]),
  }))

/** Turns in one role, one after another, long before the first meeting. */
export const served = (role: Role, ...people: number[]) =>
  people.map((n, index) => ({ memberId: person(n), role, servedAt: index + 1 }))

interface Told extends Partial<Omit<PlanInput, 'members'>> {
  members: readonly (number | { n: number; joinedAt?: number; hasAttended?: boolean })[]
}

export const inputOf = ({ members, ...more }: Told): PlanInput => ({
  roles: ['facilitator'],
  members: members
    .map((one) => (typeof one === 'number' ? { n: one } : one))
    .map(({ n, joinedAt = n, hasAttended = true }) => ({ memberId: person(n), joinedAt, hasAttended })),
  away: [],
  stances: [],
  ledger: [],
  occurrences: meetings(4),
  ...more,
})

/** Who holds a role, meeting by meeting, as numbers. */
export const who = (plan: readonly PlannedMeeting[], role: Role): (number | null)[] =>
  plan.map(({ turns }) => {
    const holder = turns.find((turn) => turn.role === role)?.memberId ?? null
    return holder === null ? null : numberOf(holder)
  })
