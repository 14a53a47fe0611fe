import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { AgendaLine } from '@rondo/shared/meeting/agenda.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'

/** How far a meeting has come, in milliseconds. */
export interface Progress {
  readonly elapsed: number
  readonly planned: number
  /** When it ends if every segment to come keeps to its plan. */
  readonly endsAt: number
  /** By how much it will run over the plan; negative when it ends early. */
  readonly over: number
  /** Minutes of each segment for the ring: spent where it is over, planned where it is to come. */
  readonly ring: readonly number[]
}

export type RunState = Extract<MeetingState, { phase: 'live' | 'wrapped' }>

export const plannedMinutes = (lines: readonly { minutes: number }[]): number =>
  lines.reduce((sum, line) => sum + line.minutes, 0)

/** The progress of a meeting that runs or ran. */
export function progressOf(lines: readonly AgendaLine[], state: RunState, now: number): Progress {
  const until = state.phase === 'wrapped' ? state.wrappedAt : now
  const elapsed = Math.max(0, until - state.startedAt)
  const planned = plannedMinutes(lines) * MINUTE
  const remaining = state.phase === 'wrapped' ? 0 : lines.reduce((sum, line) => sum + leftOf(line), 0)
  const endsAt = state.startedAt + elapsed + remaining
  return { elapsed, planned, endsAt, over: endsAt - state.startedAt - planned, ring: lines.map(ringMinutes) }
}

function leftOf(line: AgendaLine): number {
  if (line.status === 'done') return 0
  return Math.max(0, line.minutes * MINUTE - line.spent)
}

function ringMinutes(line: AgendaLine): number {
  const spent = line.spent / MINUTE
  if (line.status === 'done') return spent
  return line.status === 'now' ? Math.max(spent, line.minutes) : line.minutes
}
