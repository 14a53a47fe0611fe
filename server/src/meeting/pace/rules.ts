import { type SegmentPart, samePart } from '@rondo/shared/format/part.ts'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { before, moved } from '@rondo/shared/meeting/order.ts'
import { extraIn, pauseOf } from '@rondo/shared/meeting/pace.ts'
import { partOf } from '@rondo/shared/meeting/parts.ts'
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
import { attendedOf, matching, stops } from '../parts/rules.ts'

/** A segment is planned with no more than this; it is not given more either. */
const MOST_EXTRA = 600

/** Gives the current segment more time. */
export const extend = (
  state: MeetingState,
  { segmentId, from, minutes }: { segmentId: SegmentId; from: number; minutes: number },
  scene: Scene,
): Decision =>
  whenLive(state, (live) => {
    if (!mayLead(live, scene)) return notFacilitator()
    if (currentSegment(live) !== segmentId) {
      return refuse('conflict', 'Somebody moved to another segment meanwhile.', {
        reason: 'meeting.segment-moved',
      })
    }
    const extra = extraIn(live.extensions, segmentId)
    if (extra !== from) {
      return refuse('conflict', 'Somebody gave this segment more time meanwhile.', {
        reason: 'meeting.extension-moved',
      })
    }
    if (extra + minutes > MOST_EXTRA) return invalid('minutes', 'would make this segment too long')
    return accept([{ type: 'segment-extended', segmentId, minutes }])
  })

/** Stops every timer of the meeting, or sets them going. */
export const pause = (
  state: MeetingState,
  { from, paused }: { from: number | null; paused: boolean },
  scene: Scene,
): Decision =>
  whenLive(state, (live) => {
    if (!mayLead(live, scene)) return notFacilitator()
    const now = pauseOf(live)
    if ((live.pauses.at(-1)?.seq ?? null) !== from) {
      return refuse('conflict', `Somebody ${now ? 'paused the meeting' : 'went on'} meanwhile.`, {
        reason: 'meeting.pause-moved',
      })
    }
    return (now !== undefined) === paused ? NOTHING : accept([{ type: paused ? 'paused' : 'resumed' }])
  })

/** Puts a segment behind another one, or first. */
export const move = (
  state: MeetingState,
  { segmentId, from, to }: { segmentId: SegmentId; from: SegmentId | null; to: SegmentId | null },
  scene: Scene,
): Decision => {
  if (state.phase !== 'scheduled' && state.phase !== 'live') return wrongPhase(state)
  if (!mayLead(state, scene)) return notFacilitator()
  const order = stops(state, scene)
  if (!order.includes(segmentId)) return invalid('segmentId', 'is not a segment of this page')
  if (before(order, segmentId) !== from) {
    return refuse('conflict', 'Somebody moved this segment meanwhile.', { reason: 'meeting.order-moved' })
  }
  if (to !== null && (to === segmentId || !order.includes(to))) {
    return invalid('to', 'is not another segment of this page')
  }
  return from === to
    ? NOTHING
    : accept([{ type: 'agenda-ordered', segmentId, order: moved(order, segmentId, to) }])
}

/** Says what the room does in a segment; where people work with one another in it, it is settled at once who with whom. */
export const setPart = (
  state: MeetingState,
  { segmentId, from, to }: { segmentId: SegmentId; from: SegmentPart | null; to: SegmentPart | null },
  scene: Scene,
): Decision => {
  if (state.phase !== 'scheduled' && state.phase !== 'live') return wrongPhase(state)
  if (!mayLead(state, scene)) return notFacilitator()
  if (!scene.segments.includes(segmentId)) return invalid('segmentId', 'is not a segment of this page')
  if (!samePart(partOf(state, segmentId), from)) {
    return refuse('conflict', 'Somebody said what this segment is meanwhile.', {
      reason: 'meeting.part-moved',
    })
  }
  if (samePart(from, to)) return NOTHING
  if (state.phase === 'scheduled') return accept([{ type: 'part-set', segmentId, part: to }])
  return setPartLive(state, segmentId, to, scene)
}

const setPartLive = (live: Live, segmentId: SegmentId, part: SegmentPart | null, scene: Scene): Decision => {
  const isCurrent = currentSegment(live) === segmentId
  if (isCurrent && part?.kind === 'lane') return invalid('to', 'cannot be what everybody is in now')
  const matched = isCurrent ? matching(part ?? undefined, segmentId, attendedOf(live), scene) : []
  const round = isCurrent ? roundFor(live, part ?? undefined, segmentId, scene) : []
  return accept([{ type: 'part-set', segmentId, part }, ...matched, ...round])
}
