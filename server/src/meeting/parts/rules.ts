import type { SegmentPart } from '@rondo/shared/format/part.ts'
import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import { holderOf, type NewMeetingEvent, type StudyChange } from '@rondo/shared/meeting/events.ts'
import type { Matched, MeetingState } from '@rondo/shared/meeting/fold.ts'
import { letIn, matchFor } from '@rondo/shared/meeting/match.ts'
import { inOrder } from '@rondo/shared/meeting/order.ts'
import { pauseOf } from '@rondo/shared/meeting/pace.ts'
import { currentMatch, currentStudy, lanesAreOpen, lanesOf, partOf } from '@rondo/shared/meeting/parts.ts'
import { roundFor } from '../floor/opening/rules.ts'
import {
  currentSegment,
  type Decision,
  invalid,
  type Live,
  mayLead,
  NOTHING,
  notFacilitator,
  type Scene,
  whenLive,
  wrongPhase,
} from '../ground/rules.ts'

/** The segments at which a meeting stops, in its order: all but the lanes. */
export const stops = (state: MeetingState, { segments }: Scene): SegmentId[] => {
  const lanes = new Set(lanesOf(state))
  const items = segments.filter((id) => !lanes.has(id)).map((id) => ({ id }))
  return inOrder(items, state.phase === 'unscheduled' ? [] : state.order).map(({ id }) => id)
}

export const attendedOf = ({ attended }: Live): MemberId[] => attended.map(({ memberId }) => memberId)

/** The segment is entered, and where people work with one another in it, it is settled who with whom. */
export const entering = (
  state: MeetingState & Pick<Live, 'parts'>,
  segmentId: SegmentId,
  people: readonly MemberId[],
  scene: Scene,
): NewMeetingEvent[] => [
  { type: 'segment-entered', segmentId },
  ...matching(partOf(state, segmentId), segmentId, people, scene),
  ...roundFor(state, partOf(state, segmentId), segmentId, scene),
]

/** Who works with whom in a segment, where it is one to work in with one another. */
export const matching = (
  part: SegmentPart | undefined,
  segmentId: SegmentId,
  people: readonly MemberId[],
  { circleId, past }: Scene,
): NewMeetingEvent[] => {
  const match = matchFor(part, people, { circleId, past, segmentId })
  return match ? [{ type: 'matched', segmentId, match }] : []
}

export const lettingIn = (
  { segmentId, match }: Matched,
  people: readonly MemberId[],
  { circleId, past }: Scene,
): NewMeetingEvent[] => {
  const changed = letIn(match, people, { circleId, past, segmentId })
  return changed === match ? [] : [{ type: 'matched', segmentId, match: changed }]
}

/** Who came back to a segment keeps whom they worked with there. */
export const moving = (live: Live, to: SegmentId, scene: Scene): NewMeetingEvent[] => {
  const before = live.matches.find(({ segmentId }) => segmentId === to)
  const people = attendedOf(live)
  if (before === undefined) return entering(live, to, people, scene)
  return [{ type: 'segment-entered', segmentId: to }, ...lettingIn(before, people, scene)]
}

/** Puts the people who are here together anew: somebody left, or it did not fit. */
export const matchAnew = (
  state: MeetingState,
  { from, people }: { from: number | null; people: readonly MemberId[] },
  scene: Scene,
): Decision =>
  whenLive(state, (live) => {
    if (!mayLead(live, scene)) return notFacilitator()
    const segmentId = currentSegment(live)
    const part = partOf(live, segmentId)
    if (segmentId === null || (part?.kind !== 'pairs' && part?.kind !== 'swap')) {
      return refuse('conflict', 'Nobody works with one another in this segment.', {
        reason: 'meeting.no-match',
      })
    }
    if ((currentMatch(live)?.seq ?? null) !== from) {
      return refuse('conflict', 'Somebody put people together meanwhile.', { reason: 'meeting.match-moved' })
    }
    const here = new Set(attendedOf(live))
    if (!people.every((person) => here.has(person))) return invalid('people', 'were not all in the room')
    const { circleId, past } = scene
    const match = matchFor(part, people, { circleId, past, segmentId })
    return match ? accept([{ type: 'matched', segmentId, match }]) : NOTHING
  })

/** Whoever leads stops the timer, sets it going or goes on; and the timekeeper, if there is one. */
export const setStudy = (
  state: MeetingState,
  { from, change }: { from: number; change: StudyChange },
  scene: Scene,
): Decision =>
  whenLive(state, (live) => {
    if (!mayLead(live, scene) && holderOf(live.roles, 'timekeeper') !== scene.actor) return notFacilitator()
    if (pauseOf(live)) {
      return refuse('conflict', 'The meeting is paused, and its timers with it. Go on first.', {
        reason: 'meeting.is-paused',
      })
    }
    const study = currentStudy(live)
    if (study === undefined) {
      return refuse('conflict', 'No timer runs in this segment.', { reason: 'meeting.no-study' })
    }
    if (study.seq !== from) {
      return refuse('conflict', 'Somebody set the timer meanwhile.', { reason: 'meeting.study-moved' })
    }
    const isThere = change === (study.since === null ? 'stop' : 'resume')
    return isThere ? NOTHING : accept([{ type: 'study-set', segmentId: study.segmentId, change }])
  })

/** One takes a lane that is free and gives back one's own; whoever leads settles it for others. */
export const takeLane = (
  state: MeetingState,
  { segmentId, from, to }: { segmentId: SegmentId; from: MemberId | null; to: MemberId | null },
  scene: Scene,
): Decision => {
  if (state.phase !== 'scheduled' && state.phase !== 'live') return wrongPhase(state)
  if (!lanesOf(state).includes(segmentId)) return invalid('segmentId', 'is not a lane of this page')
  if (lanesAreOpen(state)) {
    return refuse('conflict', 'Everybody reads what was observed by now.', { reason: 'meeting.lanes-open' })
  }
  const owner = state.lanes.find((lane) => lane.segmentId === segmentId)?.memberId ?? null
  if (owner !== from) {
    return refuse('conflict', 'Somebody took or left the lane meanwhile.', { reason: 'meeting.lane-moved' })
  }
  if (to !== null && !scene.seated.has(to)) return invalid('to', 'has no seat in this circle')
  const own = [null, scene.actor]
  const isOwn = own.includes(owner) && own.includes(to)
  if (!isOwn && !mayLead(state, scene)) return notFacilitator()
  return owner === to ? NOTHING : accept([{ type: 'lane-taken', segmentId, memberId: to }])
}
