import { type StudyTimer, stopStudy } from '../format/study.ts'
import type { SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { PartOfSegment, When } from './events.ts'
import { enterStudy, setStudies } from './studies.ts'

/** A time in which the meeting stands still; its end is null while it lasts. */
export interface Pause {
  from: Instant
  to: Instant | null
  /** Number of the event that began or ended it: what a command names as seen. */
  seq: number
  /** The study timers that it stopped, and that go on after it. */
  held: readonly SegmentId[]
}

/** Minutes that a segment was given beyond its plan, all together. */
export interface Extension {
  segmentId: SegmentId
  minutes: number
}

/** What a pause changes in a meeting. */
interface Paced {
  pauses: readonly Pause[]
  studies: readonly StudyTimer[]
}

const open = ({ pauses }: Pick<Paced, 'pauses'>): Pause | undefined => {
  const last = pauses.at(-1)
  return last?.to === null ? last : undefined
}

export const pausedBy = (run: Paced, { at, seq }: When): Paced => {
  if (open(run)) return run
  const held = run.studies.filter(({ since }) => since !== null).map(({ segmentId }) => segmentId)
  const studies = run.studies.map((timer) => stopStudy(timer, at, seq))
  return { pauses: [...run.pauses, { from: at, to: null, seq, held }], studies }
}

export const resumedBy = (run: Paced, { at, seq }: When): Paced => {
  const pause = open(run)
  if (pause === undefined) return run
  const studies = pause.held.reduce<readonly StudyTimer[]>(
    (timers, id) => setStudies(timers, id, 'resume', { at, seq }),
    run.studies,
  )
  return { pauses: [...run.pauses.slice(0, -1), { ...pause, to: at, seq }], studies }
}

/** Entering a segment, or changing what it is, sets its study timer going; within a pause the timer waits for its end. */
export const enteredIn = (
  run: Paced,
  parts: readonly PartOfSegment[],
  segmentId: SegmentId,
  { at, seq }: When,
): Paced => {
  const going = enterStudy(run.studies, parts, segmentId, { at, seq })
  const pause = open(run)
  if (pause === undefined) return { pauses: run.pauses, studies: going }
  const held = going.filter(({ since }) => since !== null).map((timer) => timer.segmentId)
  const studies = going.map((timer) => stopStudy(timer, at, seq))
  return { pauses: [...run.pauses.slice(0, -1), { ...pause, held }], studies }
}

export const extendedBy = (
  extensions: readonly Extension[],
  { segmentId, minutes }: Extension,
): readonly Extension[] => [
  ...extensions.filter((one) => one.segmentId !== segmentId),
  { segmentId, minutes: extraIn(extensions, segmentId) + minutes },
]

/** Minutes beyond the plan. */
export const extraIn = (extensions: readonly Extension[], segmentId: SegmentId): number =>
  extensions.find((one) => one.segmentId === segmentId)?.minutes ?? 0

/** The pause that lasts now; only a live meeting pauses. */
export const pauseOf = (state: { phase: string; pauses?: readonly Pause[] }): Pause | undefined =>
  state.phase === 'live' ? open({ pauses: state.pauses ?? [] }) : undefined

/** Milliseconds of a stretch in which the meeting stood still. */
export const pausedWithin = (pauses: readonly Pause[], from: Instant, to: Instant): number =>
  pauses.reduce((sum, pause) => {
    const overlap = Math.min(pause.to ?? to, to) - Math.max(pause.from, from)
    return sum + Math.max(0, overlap)
  }, 0)

/** Milliseconds of a stretch that count. */
export const goneWithin = (pauses: readonly Pause[], from: Instant, to: Instant): number =>
  Math.max(0, to - from - pausedWithin(pauses, from, to))
