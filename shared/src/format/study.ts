import type { SegmentId } from '../kernel/id.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'

/** Focus and pause, in minutes, one after the other. */
interface Rhythm {
  focus: number
  pause: number
}

/**
 * The timer of a study segment: how much of it has gone, and since when it runs. It holds no countdown; what a screen
 * shows is `studyAt` of this and of the server's time, so screens agree as far as their clocks do, whenever they came.
 */
export interface StudyTimer {
  segmentId: SegmentId
  rhythm: Rhythm
  /** Milliseconds gone before it was last set going. */
  gone: number
  /** Since when it runs; null while it is stopped. */
  since: Instant | null
  /** Number of the event that changed it last: what a command names as seen. */
  seq: number
}

/** What the timer says at a moment. */
interface StudyFace {
  kind: 'focus' | 'pause'
  /** 1 for the first focus and the pause after it. */
  round: number
  /** Milliseconds left, more than none. */
  left: number
  /** Milliseconds from its beginning to its end. */
  whole: number
  isRunning: boolean
}

/** A timer that begins to run. */
export const startStudy = (segmentId: SegmentId, rhythm: Rhythm, at: Instant, seq: number): StudyTimer => ({
  segmentId,
  rhythm,
  gone: 0,
  since: at,
  seq,
})

export const stopStudy = (timer: StudyTimer, at: Instant, seq: number): StudyTimer =>
  timer.since === null ? timer : { ...timer, gone: goneAt(timer, at), since: null, seq }

export const resumeStudy = (timer: StudyTimer, at: Instant, seq: number): StudyTimer =>
  timer.since === null ? { ...timer, since: at, seq } : timer

/** Goes to the beginning of the next focus or pause; a stopped timer stays stopped. */
export const skipStudy = (timer: StudyTimer, at: Instant, seq: number): StudyTimer => ({
  ...timer,
  gone: goneAt(timer, at) + studyAt(timer, at).left,
  since: timer.since === null ? null : at,
  seq,
})

export const studyAt = (timer: StudyTimer, now: Instant): StudyFace => {
  const focus = timer.rhythm.focus * MINUTE
  const pause = timer.rhythm.pause * MINUTE
  const gone = goneAt(timer, now)
  const within = gone % (focus + pause)
  const inFocus = within < focus
  return {
    kind: inFocus ? 'focus' : 'pause',
    round: Math.floor(gone / (focus + pause)) + 1,
    left: (inFocus ? focus : focus + pause) - within,
    whole: inFocus ? focus : pause,
    isRunning: timer.since !== null,
  }
}

/** Milliseconds that count. A clock that is a little behind the start shows none gone, never a negative. */
const goneAt = ({ gone, since }: StudyTimer, now: Instant): number =>
  gone + (since === null ? 0 : Math.max(0, now - since))

/** How many times of focus fit into a plan of so many minutes; the last needs no pause. At least one. */
export const roundsIn = (minutes: number, { focus, pause }: Rhythm): number =>
  Math.max(1, Math.floor((minutes + pause) / (focus + pause)))
