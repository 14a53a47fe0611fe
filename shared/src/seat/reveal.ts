import type { MemberId, SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { MeetingState } from '../meeting/fold.ts'
import { windowIsOver } from '../meeting/window.ts'

/** Who asks for the answers to a prompt. */
interface Asking {
  readonly memberId: MemberId
  /** Whether they belong to the circle. */
  readonly belongs: boolean
  /** Whether an answer of their own to this prompt stands. */
  readonly hasAnswered: boolean
}

/**
 * Whether the answers of others to a prompt are somebody's to read: once the window is closed they are everybody's who may
 * read the page; before that they are for those of the circle who answered it themselves, or were in the room for it.
 */
export const mayReadAnswers = (
  state: MeetingState,
  segmentId: SegmentId,
  { memberId, belongs, hasAnswered }: Asking,
  now: Instant,
): boolean => {
  if (windowIsOver(state, now)) return true
  return belongs && (hasAnswered || wasThereFor(state, segmentId, memberId))
}

/** Whether somebody was in the room while a segment was held, or came to it. */
const wasThereFor = (state: MeetingState, segmentId: SegmentId, memberId: MemberId): boolean => {
  if (state.phase !== 'live' && state.phase !== 'wrapped') return false
  const came = state.attended.find((one) => one.memberId === memberId)?.joinedAt
  if (came === undefined) return false
  const end = state.phase === 'wrapped' ? state.wrappedAt : Number.POSITIVE_INFINITY
  return state.visits.some(
    (visit, index) => visit.segmentId === segmentId && came <= (state.visits[index + 1]?.enteredAt ?? end),
  )
}
