import type { CaptureId, SegmentId } from '../kernel/id.ts'
import type { MeetingState } from './fold.ts'

type Ran = Extract<MeetingState, { phase: 'live' | 'wrapped' }>

/** How far a vote is. */
interface Turnout {
  voted: number
  /** Everybody who came. */
  of: number
  /** Whether everybody sees the result: since all have answered, or the segment is no longer the current one. */
  isOpen: boolean
}

export const turnoutOf = (state: Ran, segmentId: SegmentId): Turnout => {
  const voters = new Set(state.votes.filter((one) => one.segmentId === segmentId).map((one) => one.memberId))
  const came = new Set([...state.attended.map(({ memberId }) => memberId), ...voters])
  const isRunning = state.phase === 'live' && state.visits.at(-1)?.segmentId === segmentId
  const isDone = voters.size > 0 && voters.size === came.size
  return { voted: voters.size, of: came.size, isOpen: !isRunning || isDone }
}

/** The questions with their dots, most first; those with as many keep the order of the page. */
export const ranked = <Question extends { id: CaptureId }>(
  { votes }: Pick<Ran, 'votes'>,
  segmentId: SegmentId,
  questions: readonly Question[],
): { question: Question; dots: number }[] => {
  const cast = votes.filter((one) => one.segmentId === segmentId).flatMap(({ captureIds }) => captureIds)
  return questions
    .map((question) => ({ question, dots: cast.filter((id) => id === question.id).length }))
    .toSorted((a, b) => b.dots - a.dots)
}
