import type { SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { MeetingState } from './fold.ts'

/** The segment that ran at an instant: also for what was written down without a connection and came later. */
export const ranThen = (state: MeetingState, at: Instant): SegmentId | undefined => {
  if (state.phase !== 'live' && state.phase !== 'wrapped') return undefined
  if (state.phase === 'wrapped' && at > state.wrappedAt) return undefined
  return state.visits.findLast(({ enteredAt }) => enteredAt <= at)?.segmentId
}
