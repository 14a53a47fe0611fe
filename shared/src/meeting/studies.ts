import { resumeStudy, type StudyTimer, skipStudy, startStudy, stopStudy } from '../format/study.ts'
import type { SegmentId } from '../kernel/id.ts'
import type { PartOfSegment, StudyChange, When } from './events.ts'

/** Entering a segment stops the timers of all others; one that was left goes on where it stood. */
export const enterStudy = (
  timers: readonly StudyTimer[],
  parts: readonly PartOfSegment[],
  segmentId: SegmentId,
  { at, seq }: When,
): StudyTimer[] => {
  const part = parts.find((one) => one.segmentId === segmentId)?.part
  const others = timers.filter((timer) => timer.segmentId !== segmentId)
  const stopped = others.map((timer) => stopStudy(timer, at, seq))
  if (part?.kind !== 'study') return stopped
  const left = timers.find((timer) => timer.segmentId === segmentId)
  const { focus, pause } = part
  const going = left ? resumeStudy(left, at, seq) : startStudy(segmentId, { focus, pause }, at, seq)
  return [...stopped, going]
}

const CHANGES = { stop: stopStudy, resume: resumeStudy, skip: skipStudy } as const

/** What somebody did to the timer of one segment. */
export const setStudies = (
  timers: readonly StudyTimer[],
  segmentId: SegmentId,
  change: StudyChange,
  { at, seq }: When,
): StudyTimer[] =>
  timers.map((timer) => (timer.segmentId === segmentId ? CHANGES[change](timer, at, seq) : timer))

export const stopStudies = (timers: readonly StudyTimer[], { at, seq }: When): StudyTimer[] =>
  timers.map((timer) => stopStudy(timer, at, seq))
