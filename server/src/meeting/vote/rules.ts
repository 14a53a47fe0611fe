import type { CaptureId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { partOf } from '@rondo/shared/meeting/parts.ts'
import { dotsOf } from '@rondo/shared/meeting/votes.ts'
import { currentSegment, type Decision, invalid, NOTHING, type Scene, whenLive } from '../ground/rules.ts'

const isSame = (one: readonly CaptureId[], other: readonly CaptureId[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))

/** Gives one's dots, or gives them otherwise, as long as the vote is the current segment. */
export const castVote = (
  state: MeetingState,
  { segmentId, from, to }: { segmentId: SegmentId; from: readonly CaptureId[]; to: readonly CaptureId[] },
  { actor, questions }: Scene,
): Decision =>
  whenLive(state, (live) => {
    if (currentSegment(live) !== segmentId || partOf(live, segmentId)?.kind !== 'vote') {
      return refuse('conflict', 'This vote is not running. The dots are counted as they were given.', {
        reason: 'meeting.no-vote',
      })
    }
    const own = dotsOf(live, segmentId, actor)
    if (!isSame(own ?? [], from)) {
      return refuse('conflict', 'You gave your dots somewhere else meanwhile.', {
        reason: 'meeting.vote-moved',
      })
    }
    const asked = new Set(questions)
    if (!to.every((id) => asked.has(id))) return invalid('to', 'are not all questions of this meeting')
    if (own !== undefined && isSame(own, to)) return NOTHING
    return accept([{ type: 'vote-cast', segmentId, captureIds: [...to] }])
  })
