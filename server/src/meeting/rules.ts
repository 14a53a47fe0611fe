import type { CircleId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import {
  holderOf,
  type MeetingEvent,
  type NewMeetingEvent,
  type StudyChange,
} from '@rondo/shared/meeting/events.ts'
import type { Matched, MeetingState } from '@rondo/shared/meeting/fold.ts'
import { letIn, matchFor, type PastRound } from '@rondo/shared/meeting/match.ts'
import { currentMatch, currentStudy, lanesAreOpen, lanesOf, partOf } from '@rondo/shared/meeting/parts.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'

/** How long after the start an absent facilitator's role stays theirs. */
export const GRACE = 3 * MINUTE

export type MeetingCommand =
  | { type: 'start' }
  | { type: 'join' }
  | { type: 'enter-segment'; from: SegmentId | null; to: SegmentId }
  | { type: 'hand-over'; role: Role; from: MemberId | null; to: MemberId }
  | { type: 'match'; from: number | null; people: readonly MemberId[] }
  | { type: 'set-study'; from: number; change: StudyChange }
  | { type: 'take-lane'; segmentId: SegmentId; from: MemberId | null; to: MemberId | null }
  | { type: 'wrap' }
  | { type: 'cancel'; reason: string }
  | { type: 'reschedule'; startsAt: Instant }

/** Who asks, and what stands outside the log: who sits in the circle, which segments the document has, who was paired when. */
export interface Scene {
  actor: MemberId
  seated: ReadonlySet<MemberId>
  segments: readonly SegmentId[]
  circleId: CircleId
  /** Oldest first. */
  past: readonly PastRound[]
}

type Decision = Result<NewMeetingEvent[]>
type Live = Extract<MeetingState, { phase: 'live' }>

const NOTHING: Decision = accept([])

/**
 * What a command adds to the log, or why it does not. Pure: the same log, command and scene give the same answer.
 * A command whose effect stands already adds nothing; one that came too late is a conflict that names the state.
 */
export const decide = (
  state: MeetingState,
  command: MeetingCommand,
  now: Instant,
  scene: Scene,
): Decision => {
  if (!scene.seated.has(scene.actor)) {
    return refuse('forbidden', 'Only members of the circle take part in its meetings.', {
      reason: 'meeting.not-seated',
    })
  }
  switch (command.type) {
    case 'start':
      return start(state, scene)
    case 'join':
      return join(state, scene)
    case 'enter-segment':
      return enterSegment(state, command, scene)
    case 'hand-over':
      return handOver(state, command, now, scene)
    case 'match':
      return matchAnew(state, command, scene)
    case 'set-study':
      return setStudy(state, command, scene)
    case 'take-lane':
      return takeLane(state, command, scene)
    case 'wrap':
      return wrap(state, scene)
    case 'cancel':
      return whenScheduled(state, () => accept([{ type: 'cancelled', reason: command.reason }]))
    case 'reschedule':
      return whenScheduled(state, (planned) =>
        planned.startsAt === command.startsAt
          ? NOTHING
          : accept([{ type: 'rescheduled', startsAt: command.startsAt }]),
      )
  }
}

const start = (state: MeetingState, scene: Scene): Decision =>
  whenScheduled(state, (planned) => {
    const [first] = stops(planned, scene)
    return accept([
      { type: 'started' },
      { type: 'joined', memberId: scene.actor },
      ...(first ? entering(planned, first, [scene.actor], scene) : []),
    ])
  })

const join = (state: MeetingState, scene: Scene): Decision => {
  const { actor } = scene
  const ran = state.phase === 'live' || state.phase === 'wrapped'
  if (ran && state.attended.some(({ memberId }) => memberId === actor)) return NOTHING
  return whenLive(state, (live) => {
    const current = currentMatch(live)
    const people = [...attendedOf(live), actor]
    return accept([
      { type: 'joined', memberId: actor },
      ...(current ? lettingIn(current, people, scene) : []),
    ])
  })
}

/** The segments at which a meeting stops: all but the lanes. */
const stops = (state: MeetingState, { segments }: Scene): SegmentId[] => {
  const lanes = new Set(lanesOf(state))
  return segments.filter((id) => !lanes.has(id))
}

const attendedOf = ({ attended }: Live): MemberId[] => attended.map(({ memberId }) => memberId)

/** The segment is entered, and where people work with one another in it, it is settled who with whom. */
const entering = (
  state: MeetingState & Pick<Live, 'parts'>,
  segmentId: SegmentId,
  people: readonly MemberId[],
  { circleId, past }: Scene,
): NewMeetingEvent[] => {
  const match = matchFor(partOf(state, segmentId), people, { circleId, past, segmentId })
  const entered: NewMeetingEvent = { type: 'segment-entered', segmentId }
  return match ? [entered, { type: 'matched', segmentId, match }] : [entered]
}

const lettingIn = (
  { segmentId, match }: Matched,
  people: readonly MemberId[],
  { circleId, past }: Scene,
): NewMeetingEvent[] => {
  const changed = letIn(match, people, { circleId, past, segmentId })
  return changed === match ? [] : [{ type: 'matched', segmentId, match: changed }]
}

const enterSegment = (
  state: MeetingState,
  { from, to }: { from: SegmentId | null; to: SegmentId },
  scene: Scene,
): Decision =>
  whenLive(state, (live) => {
    if (!mayLead(live, scene)) return notFacilitator()
    if (from !== currentSegment(live)) {
      return refuse('conflict', 'Somebody moved to another segment meanwhile.', {
        reason: 'meeting.segment-moved',
      })
    }
    if (!stops(live, scene).includes(to)) return invalid('to', 'is not a segment of this page')
    return from === to ? NOTHING : accept(moving(live, to, scene))
  })

/** Who came back to a segment keeps whom they worked with there. */
const moving = (live: Live, to: SegmentId, scene: Scene): NewMeetingEvent[] => {
  const before = live.matches.find(({ segmentId }) => segmentId === to)
  const people = attendedOf(live)
  if (before === undefined) return entering(live, to, people, scene)
  return [{ type: 'segment-entered', segmentId: to }, ...lettingIn(before, people, scene)]
}

/** Puts the people who are here together anew: somebody left, or it did not fit. */
const matchAnew = (
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
const setStudy = (
  state: MeetingState,
  { from, change }: { from: number; change: StudyChange },
  scene: Scene,
): Decision =>
  whenLive(state, (live) => {
    if (!mayLead(live, scene) && holderOf(live.roles, 'timekeeper') !== scene.actor) return notFacilitator()
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
const takeLane = (
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

const handOver = (
  state: MeetingState,
  { role, from, to }: { role: Role; from: MemberId | null; to: MemberId },
  now: Instant,
  scene: Scene,
): Decision => {
  if (state.phase !== 'scheduled' && state.phase !== 'live') return wrongPhase(state)
  const holder = holderOf(state.roles, role)
  if (holder !== from) {
    return refuse('conflict', 'Somebody handed this role over meanwhile.', { reason: 'meeting.role-moved' })
  }
  if (!scene.seated.has(to)) return invalid('to', 'has no seat in this circle')
  if (role === 'facilitator' && !mayGiveFacilitation(state, to, now, scene)) return notFacilitator()
  return from === to ? NOTHING : accept([{ type: 'role-handed-over', role, from, to }])
}

const wrap = (state: MeetingState, scene: Scene): Decision =>
  whenLive(state, (live) => (mayLead(live, scene) ? accept([{ type: 'wrapped' }]) : notFacilitator()))

/** The facilitator leads; while nobody who still has a seat holds the role, everybody may. */
const mayLead = (state: { roles: Live['roles'] }, { actor, seated }: Scene): boolean => {
  const { facilitator } = state.roles
  return facilitator === null || facilitator === actor || !seated.has(facilitator)
}

/** "Take it": for oneself, by somebody in the room, once the holder is three minutes late. */
const mayGiveFacilitation = (
  state: Extract<MeetingState, { phase: 'scheduled' | 'live' }>,
  to: MemberId,
  now: Instant,
  scene: Scene,
): boolean => {
  if (mayLead(state, scene)) return true
  if (state.phase !== 'live' || to !== scene.actor) return false
  const here = new Set(state.attended.map(({ memberId }) => memberId))
  const holder = state.roles.facilitator
  const isLate = now >= Math.max(state.startsAt, state.startedAt) + GRACE
  return isLate && here.has(scene.actor) && holder !== null && !here.has(holder)
}

const currentSegment = (state: Live): SegmentId | null => state.visits.at(-1)?.segmentId ?? null

const whenScheduled = (
  state: MeetingState,
  then: (state: Extract<MeetingState, { phase: 'scheduled' }>) => Decision,
): Decision => (state.phase === 'scheduled' ? then(state) : wrongPhase(state))

const whenLive = (state: MeetingState, then: (state: Live) => Decision): Decision =>
  state.phase === 'live' ? then(state) : wrongPhase(state)

/** A command that does not fit the state of the meeting: the conflict says which state that is. */
const wrongPhase = (state: MeetingState): Decision => {
  switch (state.phase) {
    case 'unscheduled':
    case 'scheduled':
      return refuse('conflict', 'The meeting has not started yet.', { reason: 'meeting.not-started' })
    case 'live':
      return refuse('conflict', 'The meeting is live already.', { reason: 'meeting.already-started' })
    case 'wrapped':
      return refuse('conflict', 'The meeting is wrapped up already.', { reason: 'meeting.already-wrapped' })
    case 'cancelled':
      return refuse('conflict', 'The meeting was cancelled.', { reason: 'meeting.already-cancelled' })
  }
}

const notFacilitator = (): Decision =>
  refuse('forbidden', 'The facilitator does this.', { reason: 'meeting.not-facilitator' })

const invalid = (field: string, detail: string): Decision =>
  refuse('invalid', 'Some fields are not right.', { errors: [{ field, detail }] })

/** Gives events their numbers, time and author; a clock that went back never makes the log go back. */
export const stamp = (
  log: readonly MeetingEvent[],
  events: readonly NewMeetingEvent[],
  by: MemberId,
  now: Instant,
): MeetingEvent[] => {
  const last = log.at(-1)
  const at = Math.max(now, last?.at ?? 0)
  return events.map((event, index) => ({ ...event, seq: (last?.seq ?? 0) + index + 1, at, by }))
}

/**
 * Who served in which role and since when, each once, for the ledger. Somebody who never came and whose role another
 * one took did not serve: they keep their turn.
 */
export const servicesOf = (
  state: Extract<MeetingState, { phase: 'wrapped' }>,
): { role: Role; memberId: MemberId; servedAt: Instant }[] => {
  const came = new Set(state.attended.map(({ memberId }) => memberId))
  return state.service
    .filter(({ role, memberId }) => came.has(memberId) || state.roles[role] === memberId)
    .filter(
      (one, index, all) =>
        all.findIndex(({ role, memberId }) => role === one.role && memberId === one.memberId) === index,
    )
    .map(({ role, memberId, since }) => ({ role, memberId, servedAt: since }))
}
