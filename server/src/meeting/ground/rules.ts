import type { CaptureId, CircleId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { PastRound } from '@rondo/shared/meeting/match.ts'

/** Who asks, and what stands outside the log: who sits in the circle, which segments the document has, who was paired when. */
export interface Scene {
  actor: MemberId
  /** The actor is here by a guest's link: in the room, and in no seat. */
  isGuest?: boolean
  seated: ReadonlySet<MemberId>
  /** The hosts of the circle. */
  hosts: ReadonlySet<MemberId>
  /** In the order of the page. */
  segments: readonly SegmentId[]
  /** The questions that were caught in the page. */
  questions: readonly CaptureId[]
  circleId: CircleId
  /** Oldest first. */
  past: readonly PastRound[]
  /** Who has the page open now; nobody's presence is written down. */
  here?: ReadonlySet<MemberId>
  /** How many turns everybody had lately. */
  turns?: ReadonlyMap<MemberId, number>
}

export type Decision = Result<NewMeetingEvent[]>

export type Live = Extract<MeetingState, { phase: 'live' }>

export const NOTHING: Decision = accept([])

/** The facilitator leads, and a co-facilitator; while nobody who still has a seat holds the role, everybody may but guests. */
export const mayLead = (
  { roles: { facilitator }, coFacilitator }: Pick<Live, 'roles'> & Partial<Pick<Live, 'coFacilitator'>>,
  { actor, seated, isGuest = false }: Scene,
): boolean =>
  !isGuest &&
  (facilitator === null || facilitator === actor || coFacilitator === actor || !seated.has(facilitator))

export const currentSegment = (state: Live): SegmentId | null => state.visits.at(-1)?.segmentId ?? null

export const whenScheduled = (
  state: MeetingState,
  then: (state: Extract<MeetingState, { phase: 'scheduled' }>) => Decision,
): Decision => (state.phase === 'scheduled' ? then(state) : wrongPhase(state))

export const whenLive = (state: MeetingState, then: (state: Live) => Decision): Decision =>
  state.phase === 'live' ? then(state) : wrongPhase(state)

/** A command that does not fit the state of the meeting: the conflict says which state that is. */
export const wrongPhase = (state: MeetingState): Decision => {
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

export const notFacilitator = (): ReturnType<typeof refuse> =>
  refuse('forbidden', 'The facilitator does this.', { reason: 'meeting.not-facilitator' })

export const invalid = (field: string, detail: string): Decision =>
  refuse('invalid', 'Some fields are not right.', { errors: [{ field, detail }] })
