import type { StudyTimer } from '../format/study.ts'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { Role } from '../rotation/model.ts'
import type { Match, MeetingEvent, PartOfSegment, Roles, SeatWindow } from './events.ts'
import { applyToFloor, type Floor, NOBODY_SPEAKS } from './floor.ts'
import { type Extension, enteredIn, extendedBy, type Pause, pausedBy, pauseOf, resumedBy } from './pace.ts'
import { lanesAfter, without, withPart } from './part-change.ts'
import { setStudies, stopStudies } from './studies.ts'
import { type Ballot, castIn } from './votes.ts'

/**
 * What a meeting is, derived from its log and nothing else.
 *
 * 1. `foldMeeting(log)` is pure: server and browser fold the same log to the same state.
 * 2. An event whose number was already folded changes nothing, so a repeated delivery is harmless.
 * 3. Only `roles-planned`, before the start, and `role-handed-over` change who holds a role; joining and leaving never do.
 * 4. A wrapped or cancelled meeting stays as it is: later events other than `window-set` have no effect.
 */
export type MeetingState =
  | { phase: 'unscheduled'; seq: 0 }
  | (Planned & { phase: 'scheduled' })
  | (Planned & Run & { phase: 'live' })
  | (Planned & Run & { phase: 'wrapped'; wrappedAt: Instant; noNextStep: boolean })
  | (Planned & { phase: 'cancelled'; cancelledAt: Instant; reason: string })

interface Planned {
  /** Number of the last folded event. */
  seq: number
  startsAt: Instant
  roles: Roles
  /** What the room does in some segments; a copy of what the format said when the meeting was made. */
  parts: readonly PartOfSegment[]
  /** When answers in one's own time are taken. */
  window: SeatWindow
  /** Who observes in which lane. */
  lanes: readonly { segmentId: SegmentId; memberId: MemberId }[]
  /** The segments as somebody put them; empty as long as the order of the page is that of the meeting. */
  order: readonly SegmentId[]
}

interface Run {
  startedAt: Instant
  /** Segments in the order in which they were entered; the same segment may come twice. */
  visits: Visit[]
  /** Everyone who was in the room, by order of coming. */
  attended: { memberId: MemberId; joinedAt: Instant }[]
  /** Everyone who held a role since the start, by order of taking it. */
  service: { role: Role; memberId: MemberId; since: Instant }[]
  /** At most one for a segment: the latest. */
  matches: readonly Matched[]
  /** The timer of each study segment that was entered. */
  studies: readonly StudyTimer[]
  /** Who may lead as well. */
  coFacilitator: MemberId | null
  floor: Floor
  /** Minutes beyond the plan, at most one for a segment. */
  extensions: readonly Extension[]
  pauses: readonly Pause[]
  /** The dots of everybody who gave them, at most one ballot for a segment. */
  votes: readonly Ballot[]
}

/** Who works with whom in a segment, and the number of the event that said so. */
export interface Matched {
  segmentId: SegmentId
  seq: number
  match: Match
}

/** A stay in one segment. It ends when the next begins or the meeting is wrapped. */
export interface Visit {
  segmentId: SegmentId
  enteredAt: Instant
}

/** A day before to two days after. */
const DEFAULT_WINDOW: SeatWindow = { before: 24 * 60, after: 48 * 60 }

const UNSCHEDULED: MeetingState = { phase: 'unscheduled', seq: 0 }

/** Folds a whole log, in any order of delivery and with repetitions. */
export const foldMeeting = (log: readonly MeetingEvent[]): MeetingState =>
  log.toSorted((a, b) => a.seq - b.seq).reduce(applyEvent, UNSCHEDULED)

/** The state after one more event. */
export const applyEvent = (state: MeetingState, event: MeetingEvent): MeetingState =>
  event.seq <= state.seq
    ? state
    : ({ ...withFloor(change(state, event), event), seq: event.seq } as MeetingState)

const withFloor = (state: MeetingState, event: MeetingEvent): MeetingState =>
  state.phase === 'live' || (state.phase === 'wrapped' && event.type === 'wrapped')
    ? { ...state, floor: applyToFloor(state.floor, event) }
    : state

const change = (state: MeetingState, event: MeetingEvent): MeetingState => {
  switch (event.type) {
    case 'scheduled':
      if (state.phase !== 'unscheduled') return state
      return schedule(event)
    case 'rescheduled':
      return state.phase === 'scheduled' ? { ...state, startsAt: event.startsAt } : state
    case 'roles-planned':
      return state.phase === 'scheduled' ? { ...state, roles: event.roles } : state
    case 'started':
      return state.phase === 'scheduled' ? start(state, event.at) : state
    case 'joined':
      return state.phase === 'live' ? join(state, event.memberId, event.at) : state
    case 'segment-entered':
      return state.phase === 'live' ? enter(state, event) : state
    case 'matched':
      return state.phase === 'live' ? rematch(state, event) : state
    case 'study-set':
      return state.phase === 'live' ? setStudy(state, event) : state
    case 'segment-extended':
      return state.phase === 'live' ? { ...state, extensions: extendedBy(state.extensions, event) } : state
    case 'paused':
      return state.phase === 'live' ? { ...state, ...pausedBy(state, event) } : state
    case 'resumed':
      return state.phase === 'live' ? { ...state, ...resumedBy(state, event) } : state
    case 'agenda-ordered':
      return isOpen(state) ? { ...state, order: event.order } : state
    case 'part-set':
      return isOpen(state) ? setPart(state, event) : state
    case 'vote-cast':
      return state.phase === 'live' ? vote(state, event) : state
    case 'lane-taken':
      return isOpen(state) ? takeLane(state, event) : state
    case 'role-handed-over':
      return handOver(state, event)
    case 'co-facilitator-named':
      return state.phase === 'live' ? { ...state, coFacilitator: event.to } : state
    case 'hand-raised':
    case 'hand-lowered':
    case 'word-given':
    case 'round-opened':
    case 'turn-passed':
    case 'round-closed':
    case 'withheld':
      // The floor follows every event by itself.
      return state
    case 'wrapped':
      return state.phase === 'live' ? wrap(state, event) : state
    case 'window-set':
      return state.phase === 'unscheduled' || state.phase === 'cancelled'
        ? state
        : { ...state, window: event.window }
    case 'cancelled':
      return state.phase === 'scheduled'
        ? { ...state, phase: 'cancelled', cancelledAt: event.at, reason: event.reason }
        : state
  }
}

/** To come, or live. */
const isOpen = (state: MeetingState): state is Extract<MeetingState, { phase: 'scheduled' | 'live' }> =>
  state.phase === 'scheduled' || state.phase === 'live'

const start = (state: Planned, at: Instant): MeetingState => ({
  ...state,
  phase: 'live',
  startedAt: at,
  visits: [],
  attended: [],
  matches: [],
  studies: [],
  coFacilitator: null,
  floor: NOBODY_SPEAKS,
  extensions: [],
  pauses: [],
  votes: [],
  service: Object.entries(state.roles).flatMap(([role, memberId]) =>
    memberId ? [{ role: role as Role, memberId, since: at }] : [],
  ),
})

type Of<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>
type Live = Extract<MeetingState, { phase: 'live' }>

const schedule = ({ seq, startsAt, roles, parts = [] }: Of<'scheduled'>): MeetingState => ({
  phase: 'scheduled',
  seq,
  startsAt,
  roles,
  parts,
  window: DEFAULT_WINDOW,
  lanes: [],
  order: [],
})

const enter = (state: Live, { segmentId, at, seq }: Of<'segment-entered'>): MeetingState => ({
  ...state,
  visits: [...state.visits, { segmentId, enteredAt: at }],
  ...enteredIn(state, state.parts, segmentId, { at, seq }),
})

const rematch = (state: Live, { segmentId, seq, match }: Of<'matched'>): MeetingState => {
  const others = state.matches.filter((one) => one.segmentId !== segmentId)
  return { ...state, matches: [...others, { segmentId, seq, match }] }
}

/** While the meeting stands still its timers do. */
const setStudy = (state: Live, { segmentId, change: how, at, seq }: Of<'study-set'>): MeetingState =>
  pauseOf(state) ? state : { ...state, studies: setStudies(state.studies, segmentId, how, { at, seq }) }

/** A segment that becomes something else loses what it had as what it was; the current one begins at once. */
const setPart = (
  state: Extract<MeetingState, { phase: 'scheduled' | 'live' }>,
  { segmentId, part, at, seq }: Of<'part-set'>,
): MeetingState => {
  const parts = withPart(state.parts, segmentId, part)
  const lanes = lanesAfter(state.lanes, segmentId, part)
  if (state.phase === 'scheduled') return { ...state, parts, lanes }
  const matches = without(state.matches, segmentId)
  const left = { ...state, parts, lanes, matches, studies: without(state.studies, segmentId) }
  const isCurrent = state.visits.at(-1)?.segmentId === segmentId
  return isCurrent ? { ...left, ...enteredIn(left, parts, segmentId, { at, seq }) } : left
}

const vote = (state: Live, { segmentId, by, captureIds }: Of<'vote-cast'>): MeetingState => ({
  ...state,
  votes: castIn(state.votes, { segmentId, memberId: by, captureIds }),
})

const wrap = (state: Live, { at, seq, noNextStep }: Of<'wrapped'>): MeetingState => ({
  ...state,
  phase: 'wrapped',
  wrappedAt: at,
  noNextStep: noNextStep === true,
  studies: stopStudies(state.studies, { at, seq }),
})

const takeLane = <State extends Planned>(state: State, { segmentId, memberId }: Of<'lane-taken'>): State => {
  const others = state.lanes.filter((lane) => lane.segmentId !== segmentId)
  return { ...state, lanes: memberId === null ? others : [...others, { segmentId, memberId }] }
}

const join = (
  state: Extract<MeetingState, { phase: 'live' }>,
  memberId: MemberId,
  at: Instant,
): MeetingState =>
  state.attended.some((person) => person.memberId === memberId)
    ? state
    : { ...state, attended: [...state.attended, { memberId, joinedAt: at }] }

const handOver = (
  state: MeetingState,
  event: Extract<MeetingEvent, { type: 'role-handed-over' }>,
): MeetingState => {
  if (state.phase !== 'scheduled' && state.phase !== 'live') return state
  const roles = { ...state.roles, [event.role]: event.to }
  if (state.phase === 'scheduled') return { ...state, roles }
  const service = [...state.service, { role: event.role, memberId: event.to, since: event.at }]
  const { coFacilitator } = state
  const isAlone = event.role === 'facilitator' && event.to === coFacilitator
  return { ...state, roles, service, coFacilitator: isAlone ? null : coFacilitator }
}
