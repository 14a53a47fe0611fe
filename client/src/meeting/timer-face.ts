import { type StudyTimer, studyAt } from '@rondo/shared/format/study.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { type AgendaItem, agendaOf, allotted, elapsedIn } from '@rondo/shared/meeting/agenda.ts'
import { pauseOf } from '@rondo/shared/meeting/pace.ts'
import { currentStudy } from '@rondo/shared/meeting/parts.ts'
import type { Planned } from './leading.ts'

/** What the timer says: a length and what it counts. */
export interface TimerFace {
  readonly counts:
    | 'untilStart'
    | 'pastStart'
    | 'left'
    | 'over'
    | 'running'
    | 'paused'
    | 'pausedOver'
    | 'pausedRunning'
    | 'focus'
    | 'pause'
    | 'stopped'
  /** Milliseconds, never negative. */
  readonly ms: number
  /** Minutes of the small ring: the whole, and how much of it is gone. */
  readonly ring: { readonly whole: number; readonly gone: number }
}

const STILL = { whole: 1, gone: 0 }

/** Focus and pause count down in the place of the segment that they fill. */
function studyFace(study: StudyTimer, now: number): TimerFace {
  const { kind, left, whole, isRunning } = studyAt(study, now)
  const ring = { whole: whole / MINUTE, gone: (whole - left) / MINUTE }
  return { counts: isRunning ? kind : 'stopped', ms: left, ring }
}

/** The timer of a meeting; undefined once it is over. All screens with the same clock show the same. */
export function timerFace(items: readonly AgendaItem[], state: Planned, now: number): TimerFace | undefined {
  switch (state.phase) {
    case 'scheduled': {
      const ms = state.startsAt - now
      return { counts: ms > 0 ? 'untilStart' : 'pastStart', ms: Math.abs(ms), ring: STILL }
    }
    case 'live': {
      const isPaused = pauseOf(state) !== undefined
      const study = currentStudy(state)
      if (study !== undefined) return studyFace(study, now)
      const line = agendaOf(items, state, now).find((one) => one.status === 'now')
      if (line === undefined || allotted(line) === 0) {
        return { counts: isPaused ? 'pausedRunning' : 'running', ms: elapsedIn(state, now), ring: STILL }
      }
      const left = allotted(line) * MINUTE - line.spent
      const ring = { whole: allotted(line), gone: line.spent / MINUTE }
      const counts = left >= 0 ? (isPaused ? 'paused' : 'left') : isPaused ? 'pausedOver' : 'over'
      return { counts, ms: Math.abs(left), ring }
    }
    case 'wrapped':
    case 'cancelled':
      return undefined
  }
}
