import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { type AgendaLine, allotted, elapsedIn } from '@rondo/shared/meeting/agenda.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'

/** How far a meeting has come, in milliseconds that count: pauses do not. */
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
  const until = state.phase === 'wrapped' ? state.wrappedAt : Math.max(now, state.startedAt)
  const elapsed = elapsedIn(state, until)
  const planned = plannedMinutes(lines) * MINUTE
  const remaining = state.phase === 'wrapped' ? 0 : lines.reduce((sum, line) => sum + leftOf(line), 0)
  return {
    elapsed,
    planned,
    endsAt: until + remaining,
    over: elapsed + remaining - planned,
    ring: lines.map(ringMinutes),
  }
}

function leftOf(line: AgendaLine): number {
  if (line.status === 'done') return 0
  return Math.max(0, allotted(line) * MINUTE - line.spent)
}

function ringMinutes(line: AgendaLine): number {
  const spent = line.spent / MINUTE
  if (line.status === 'done') return spent
  return line.status === 'now' ? Math.max(spent, allotted(line)) : allotted(line)
}
