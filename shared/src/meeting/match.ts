import { joinPairs, pairUp } from '../format/pairs.ts'
import type { SegmentPart } from '../format/part.ts'
import type { Round } from '../format/rounds.ts'
import { assignSwap, joinSwap } from '../format/swap.ts'
import type { CircleId, MemberId, SegmentId } from '../kernel/id.ts'
import type { Match } from './events.ts'

/** A round of pairs that a circle had, and the segment in which it had it. */
export interface PastRound {
  segmentId: SegmentId
  round: Round
}

/** What putting people together depends on beside the people. */
interface Matchmaking {
  circleId: CircleId
  segmentId: SegmentId
  /** Oldest first. */
  past: readonly PastRound[]
}

/** Who works with whom in a segment, for everybody who is there; undefined where it is not that sort of segment. */
export const matchFor = (
  part: SegmentPart | undefined,
  people: readonly MemberId[],
  making: Matchmaking,
): Match | undefined => {
  switch (part?.kind) {
    case 'pairs':
      return { kind: 'pairs', groups: pairUp(people, roundsBefore(making), making.circleId) }
    case 'swap':
      return { kind: 'swap', reviews: assignSwap(people, making.segmentId) }
    default:
      return undefined
  }
}

/** The same with those let in who came since then; the very same match where nobody did. */
export const letIn = (match: Match, people: readonly MemberId[], making: Matchmaking): Match => {
  const known = new Set(peopleIn(match))
  const late = people.filter((person) => !known.has(person))
  if (late.length === 0) return match
  if (match.kind === 'swap') {
    const reviews = joinSwap(match.reviews, people, making.segmentId)
    return reviews.length === 0 ? match : { kind: 'swap', reviews: [...reviews] }
  }
  const past = roundsBefore(making)
  const groups = late.reduce((joined, newcomer) => joinPairs(joined, newcomer, past), match.groups)
  return { kind: 'pairs', groups }
}

/** Everybody who has somebody to work with, or waits in a group of their own. */
export const peopleIn = (match: Match): MemberId[] =>
  match.kind === 'pairs'
    ? match.groups.flatMap(({ members }) => members)
    : match.reviews.map(({ reviewer }) => reviewer)

/** What was tried in this very segment before is no round that anybody had. */
const roundsBefore = ({ past, segmentId }: Matchmaking): Round[] =>
  past.filter((one) => one.segmentId !== segmentId).map(({ round }) => round)
