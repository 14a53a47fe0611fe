import type { Phase, SegmentPart } from '../format/part.ts'
import type { StudyTimer } from '../format/study.ts'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { PartOfSegment } from './events.ts'
import type { Matched, MeetingState } from './fold.ts'

/** What the room does in a segment; undefined for most. */
export const partOf = (
  { parts }: { parts: readonly PartOfSegment[] },
  segmentId: SegmentId | null | undefined,
): SegmentPart | undefined => parts.find((one) => one.segmentId === segmentId)?.part

/** Where something was caught: when, by the clock of whoever caught it, and under which segment it stands. */
interface Place {
  at: Instant | undefined
  segmentId: SegmentId | undefined
}

/**
 * The phase of a critique that something caught belongs to: the one that ran at that moment, wherever in the page it was
 * written. What was caught at no moment of a phase, before the meeting or in a person's own time, belongs to the phase
 * under whose heading it stands.
 */
export const phaseOf = (state: MeetingState, { at, segmentId }: Place): Phase | undefined =>
  (at === undefined ? undefined : phaseAt(state, at)) ?? phaseOfSegment(state, segmentId)

/** The phase that ran at a moment. */
const phaseAt = (state: MeetingState, at: Instant): Phase | undefined => {
  if (state.phase !== 'live' && state.phase !== 'wrapped') return undefined
  if (state.phase === 'wrapped' && at > state.wrappedAt) return undefined
  const visit = state.visits.findLast(({ enteredAt }) => enteredAt <= at)
  return phaseOfSegment(state, visit?.segmentId)
}

const phaseOfSegment = (state: MeetingState, segmentId: SegmentId | undefined): Phase | undefined => {
  if (state.phase === 'unscheduled') return undefined
  const part = partOf(state, segmentId)
  return part?.kind === 'phase' ? part.phase : undefined
}

/** The segments that are lanes: they stand in the page and are no stop of the agenda. */
export const lanesOf = (state: MeetingState): SegmentId[] =>
  state.phase === 'unscheduled'
    ? []
    : state.parts.filter(({ part }) => part.kind === 'lane').map(({ segmentId }) => segmentId)

/** Whether everybody sees the lanes: since a debrief was entered, or the meeting is over. */
export const lanesAreOpen = (state: MeetingState): boolean => {
  if (state.phase === 'wrapped' || state.phase === 'cancelled') return true
  if (state.phase !== 'live') return false
  return state.visits.some(({ segmentId }) => partOf(state, segmentId)?.kind === 'debrief')
}

/** The lanes that somebody does not see: all but their own, until they are open. */
export const lanesHiddenFrom = (state: MeetingState, memberId: MemberId): SegmentId[] => {
  if (state.phase === 'unscheduled' || lanesAreOpen(state)) return []
  const isOwn = (id: SegmentId) =>
    state.lanes.some((lane) => lane.segmentId === id && lane.memberId === memberId)
  return lanesOf(state).filter((id) => !isOwn(id))
}

/** Who works with whom in the current segment. */
export const currentMatch = (state: MeetingState): Matched | undefined => {
  if (state.phase !== 'live') return undefined
  const current = state.visits.at(-1)?.segmentId
  return state.matches.find(({ segmentId }) => segmentId === current)
}

/** The study timer of the current segment. */
export const currentStudy = (state: MeetingState): StudyTimer | undefined => {
  if (state.phase !== 'live') return undefined
  const current = state.visits.at(-1)?.segmentId
  return state.studies.find(({ segmentId }) => segmentId === current)
}
