import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import type { Exit, Goal } from './course.ts'
import type { Status } from './model.ts'

/** Why a circle should ask itself how to go on. */
export const driftReason = z.enum(['date', 'meetings', 'goals', 'missed'])
export type DriftReason = z.infer<typeof driftReason>

/** A meeting whose time is over: people met, or nobody started it. A cancelled one is neither. */
export interface PastMeeting {
  readonly startsAt: Instant
  readonly wasHeld: boolean
}

interface Drifting {
  readonly status: Status
  readonly timeZone: string
  readonly goals: readonly Goal[]
  readonly exit: Exit
  /** When it last chose to go on; meetings missed before that are forgiven. */
  readonly renewedAt: Instant | null
  /** In the order in which they were to begin. */
  readonly meetings: readonly PastMeeting[]
}

/** Two meetings in a row that nobody started. */
const MISSED_IN_A_ROW = 2

/** The day that a circle's clock shows, as 'YYYY-MM-DD'. */
const dayIn = (timeZone: string, at: Instant): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** Which of its own exit criteria a circle meets. */
export const exitsMet = (
  { timeZone, goals, exit, meetings }: Omit<Drifting, 'status' | 'renewedAt'>,
  now: Instant,
): DriftReason[] => {
  const held = meetings.filter(({ wasHeld }) => wasHeld).length
  return [
    ...(exit.on !== null && dayIn(timeZone, now) >= exit.on ? (['date'] as const) : []),
    ...(exit.meetings !== null && held >= exit.meetings ? (['meetings'] as const) : []),
    ...(exit.goals && goals.length > 0 && goals.every(({ metAt }) => metAt !== null)
      ? (['goals'] as const)
      : []),
  ]
}

/** Why an active circle should ask itself how to go on, from what happened and `now` alone; empty when nothing suggests it. */
export const driftOf = (circle: Drifting, now: Instant): DriftReason[] => {
  if (circle.status !== 'active') return []
  const since = circle.renewedAt ?? 0
  const latest = circle.meetings.filter(({ startsAt }) => startsAt > since).slice(-MISSED_IN_A_ROW)
  const areMissed = latest.length === MISSED_IN_A_ROW && latest.every(({ wasHeld }) => !wasHeld)
  return [...exitsMet(circle, now), ...(areMissed ? (['missed'] as const) : [])]
}
