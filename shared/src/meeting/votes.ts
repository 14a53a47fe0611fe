import type { CaptureId, MemberId, SegmentId } from '../kernel/id.ts'

/** So many dots has everybody in one vote, each for another question. */
export const MOST_DOTS = 3

/** The dots of one person in one segment; giving none is an answer too. */
export interface Ballot {
  segmentId: SegmentId
  memberId: MemberId
  captureIds: readonly CaptureId[]
}

/** A later ballot takes the place of an earlier one. */
export const castIn = (ballots: readonly Ballot[], ballot: Ballot): readonly Ballot[] => [
  ...ballots.filter((one) => one.segmentId !== ballot.segmentId || one.memberId !== ballot.memberId),
  ballot,
]

/** The dots that somebody gave; undefined before they answered. */
export const dotsOf = (
  { votes }: { votes: readonly Ballot[] },
  segmentId: SegmentId,
  memberId: MemberId,
): readonly CaptureId[] | undefined =>
  votes.find((one) => one.segmentId === segmentId && one.memberId === memberId)?.captureIds
