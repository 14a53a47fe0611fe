import type { SegmentPart } from '@rondo/shared/format/part.ts'
import type { CaptureId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import { type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import {
  holderOf,
  type MeetingEvent,
  type NewMeetingEvent,
  type SeatWindow,
  type StudyChange,
} from '@rondo/shared/meeting/events.ts'
import { currentRound } from '@rondo/shared/meeting/floor.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { currentMatch } from '@rondo/shared/meeting/parts.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { decideFloor, type FloorCommand } from './floor/rules.ts'
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
  whenScheduled,
  wrongPhase,
} from './ground/rules.ts'
import { extend, move, pause, setPart } from './pace/rules.ts'
import {
  attendedOf,
  entering,
  lettingIn,
  matchAnew,
  moving,
  setStudy,
  stops,
  takeLane,
} from './parts/rules.ts'
import { castVote } from './vote/rules.ts'
import { setWindow } from './window/rules.ts'

/** What everybody in the room does, a guest too; all else runs the meeting, which is for the circle's own people. */
export const isTakingPart = (type: MeetingCommand['type']): boolean =>
  ['join', 'raise-hand', 'lower-hand', 'give-word', 'pass-turn'].includes(type)

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
  | { type: 'extend'; segmentId: SegmentId; from: number; minutes: number }
  | { type: 'pause'; from: number | null; paused: boolean }
  | { type: 'move-segment'; segmentId: SegmentId; from: SegmentId | null; to: SegmentId | null }
  | { type: 'set-part'; segmentId: SegmentId; from: SegmentPart | null; to: SegmentPart | null }
  | { type: 'vote'; segmentId: SegmentId; from: readonly CaptureId[]; to: readonly CaptureId[] }
  | { type: 'wrap'; noNextStep: boolean }
  | { type: 'set-window'; from: SeatWindow; to: SeatWindow }
  | { type: 'cancel'; reason: string }
  | { type: 'reschedule'; startsAt: Instant }
  | FloorCommand

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
  if (!scene.seated.has(scene.actor) && !(scene.isGuest && isTakingPart(command.type))) {
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
    case 'extend':
      return extend(state, command, scene)
    case 'pause':
      return pause(state, command, scene)
    case 'move-segment':
      return move(state, command, scene)
    case 'set-part':
      return setPart(state, command, scene)
    case 'vote':
      return castVote(state, command, scene)
    case 'wrap':
      return wrap(state, command, scene)
    case 'set-window':
      return setWindow(state, command, now, scene)
    case 'cancel':
      return whenScheduled(state, () => accept([{ type: 'cancelled', reason: command.reason }]))
    case 'reschedule':
      return whenScheduled(state, (planned) =>
        planned.startsAt === command.startsAt
          ? NOTHING
          : accept([{ type: 'rescheduled', startsAt: command.startsAt }]),
      )
    default:
      return decideFloor(state, command, now, scene)
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
  if (ran && state.attended.some(({ memberId }) => memberId === actor))
    return state.phase === 'live' && isLeftOut(state, actor)
      ? accept([{ type: 'joined', memberId: actor }])
      : NOTHING
  return whenLive(state, (live) => {
    const current = currentMatch(live)
    const people = [...attendedOf(live), actor]
    return accept([
      { type: 'joined', memberId: actor },
      ...(current ? lettingIn(current, people, scene) : []),
    ])
  })
}

/** Whether a round was opened while somebody who had come was away, and without them. */
const isLeftOut = (live: Live, actor: MemberId): boolean =>
  currentRound(live)?.seats.includes(actor) === false

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
  if (state.phase === 'scheduled' && role !== 'facilitator' && !mayGiveAhead(from, to, scene))
    return NOT_YOURS
  return from === to ? NOTHING : accept([{ type: 'role-handed-over', role, from, to }])
}

const wrap = (state: MeetingState, { noNextStep }: { noNextStep: boolean }, scene: Scene): Decision =>
  whenLive(state, (live) =>
    mayLead(live, scene)
      ? accept([{ type: 'wrapped', ...(noNextStep && { noNextStep }) }])
      : notFacilitator(),
  )

const NOT_YOURS = refuse(
  'forbidden',
  'Before the start a role is given by whoever holds it, or by a host. Offer a swap, or ask one of them.',
  { reason: 'meeting.not-yours-to-give' },
)

/** Until a meeting begins its roles are turns of the rota: one's own is given away, and an open one taken. */
const mayGiveAhead = (from: MemberId | null, to: MemberId, { actor, hosts }: Scene): boolean =>
  hosts.has(actor) || from === actor || (from === null && to === actor)

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
