import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { holderOf, knownRolesOf, type Roles } from '@rondo/shared/meeting/events.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { ownRole, type Role } from '@rondo/shared/rotation/model.ts'

/** How long after the start an absent facilitator's role stays theirs; the server holds to the same. */
const GRACE = 3 * MINUTE

export type Planned = Exclude<MeetingState, { phase: 'unscheduled' }>

/** Who looks at the room, and who has a seat in the circle. */
export interface Onlooker {
  readonly me: MemberId
  readonly seated: ReadonlySet<MemberId>
  /** Hosts the circle. */
  readonly isHost?: boolean
}

/** Whether somebody leads now: the facilitator, a co-facilitator, or everybody with a seat while none of them holds the role. */
export function leads(
  state: { readonly roles: Roles; readonly coFacilitator?: MemberId | null },
  { me, seated }: Onlooker,
): boolean {
  const { facilitator } = state.roles
  if (!seated.has(me)) return false
  return facilitator === null || [facilitator, state.coFacilitator].includes(me) || !seated.has(facilitator)
}

/** Whether "Take it" is offered: I came, the facilitator did not, and the meeting began three minutes ago. */
export function mayTake(state: MeetingState, { me, seated }: Onlooker, now: number): boolean {
  if (state.phase !== 'live' || state.roles.facilitator === me || !seated.has(me)) return false
  const { facilitator } = state.roles
  if (facilitator === null || !seated.has(facilitator)) return true
  const here = new Set(state.attended.map((one) => one.memberId))
  return here.has(me) && !here.has(facilitator) && now >= Math.max(state.startsAt, state.startedAt) + GRACE
}

/** The roles of a meeting: those that the product knows, in their order, then the circle's own. */
export const rolesOf = (held: Roles): Role[] => [
  ...knownRolesOf(held),
  ...Object.keys(held).flatMap((role) => ownRole.safeParse(role).data ?? []),
]

/**
 * The roles that somebody may hand over: facilitating only by whoever leads, the others by everybody. Until the meeting
 * begins they are turns of the rota, which only their holders and hosts give away.
 */
export function givenBy(
  state: { readonly roles: Roles; readonly phase?: MeetingState['phase'] },
  onlooker: Onlooker,
): Role[] {
  return rolesOf(state.roles).filter((role) => {
    if (role === 'facilitator') return leads(state, onlooker)
    return (
      state.phase !== 'scheduled' || onlooker.isHost === true || holderOf(state.roles, role) === onlooker.me
    )
  })
}

export function currentSegment(state: MeetingState): SegmentId | null {
  return state.phase === 'live' ? (state.visits.at(-1)?.segmentId ?? null) : null
}
