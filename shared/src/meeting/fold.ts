import type { MemberId, SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { Role } from '../rotation/model.ts'
import type { MeetingEvent, Roles } from './events.ts'

/**
 * What a meeting is, derived from its log and nothing else.
 *
 * 1. `foldMeeting(log)` is pure: server and browser fold the same log to the same state.
 * 2. An event whose number was already folded changes nothing, so a repeated delivery is harmless.
 * 3. Only `role-handed-over` changes who holds a role; joining and leaving never do.
 * 4. A wrapped or cancelled meeting stays as it is: later events other than `joined` have no effect.
 */
export type MeetingState =
  | { phase: 'unscheduled'; seq: 0 }
  | (Planned & { phase: 'scheduled' })
  | (Planned & Run & { phase: 'live' })
  | (Planned & Run & { phase: 'wrapped'; wrappedAt: Instant })
  | (Planned & { phase: 'cancelled'; cancelledAt: Instant; reason: string })

interface Planned {
  /** Number of the last folded event. */
  seq: number
  startsAt: Instant
  roles: Roles
}

interface Run {
  startedAt: Instant
  /** Segments in the order in which they were entered; the same segment may come twice. */
  visits: Visit[]
  /** Everyone who was in the room, by order of coming. */
  attended: { memberId: MemberId; joinedAt: Instant }[]
  /** Everyone who held a role since the start, by order of taking it. */
  service: { role: Role; memberId: MemberId; since: Instant }[]
}

/** A stay in one segment. It ends when the next begins or the meeting is wrapped. */
export interface Visit {
  segmentId: SegmentId
  enteredAt: Instant
}

const UNSCHEDULED: MeetingState = { phase: 'unscheduled', seq: 0 }

/** Folds a whole log, in any order of delivery and with repetitions. */
export const foldMeeting = (log: readonly MeetingEvent[]): MeetingState =>
  log.toSorted((a, b) => a.seq - b.seq).reduce(applyEvent, UNSCHEDULED)

/** The state after one more event. */
export const applyEvent = (state: MeetingState, event: MeetingEvent): MeetingState =>
  event.seq <= state.seq ? state : ({ ...change(state, event), seq: event.seq } as MeetingState)

const change = (state: MeetingState, event: MeetingEvent): MeetingState => {
  switch (event.type) {
    case 'scheduled':
      if (state.phase !== 'unscheduled') return state
      return { phase: 'scheduled', seq: event.seq, startsAt: event.startsAt, roles: event.roles }
    case 'rescheduled':
      return state.phase === 'scheduled' ? { ...state, startsAt: event.startsAt } : state
    case 'started':
      return state.phase === 'scheduled' ? start(state, event.at) : state
    case 'joined':
      return state.phase === 'live' ? join(state, event.memberId, event.at) : state
    case 'segment-entered':
      if (state.phase !== 'live') return state
      return { ...state, visits: [...state.visits, { segmentId: event.segmentId, enteredAt: event.at }] }
    case 'role-handed-over':
      return handOver(state, event)
    case 'wrapped':
      return state.phase === 'live' ? { ...state, phase: 'wrapped', wrappedAt: event.at } : state
    case 'cancelled':
      return state.phase === 'scheduled'
        ? { ...state, phase: 'cancelled', cancelledAt: event.at, reason: event.reason }
        : state
  }
}

const start = (state: Planned, at: Instant): MeetingState => ({
  ...state,
  phase: 'live',
  startedAt: at,
  visits: [],
  attended: [],
  service: Object.entries(state.roles).flatMap(([role, memberId]) =>
    memberId ? [{ role: role as Role, memberId, since: at }] : [],
  ),
})

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
  return { ...state, roles, service }
}
