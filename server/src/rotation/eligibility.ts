import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { type Refusal, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Role, RotaMeeting } from '@rondo/shared/rotation/model.ts'
import type { Rota } from './rota.ts'

interface Place {
  rota: Rota
  meetings: readonly RotaMeeting[]
  meeting: RotaMeeting
  role: Role
}

/**
 * Why a person may not be given a turn by a decision. "Not yet" and opting out bind others, not oneself: who volunteers
 * changed their mind.
 */
export const whyNot = (place: Place, memberId: MemberId, by: 'oneself' | 'another'): Refusal | undefined => {
  const { rota, meeting, role } = place
  if (!rota.members.some((one) => one.memberId === memberId)) {
    const errors = [{ field: 'memberId', detail: 'has no seat in this circle' }]
    return refuse('invalid', 'Only members of the circle take turns.', { errors }).refusal
  }
  if (meeting.away.includes(memberId)) {
    return conflict(
      'Whoever is away on that day cannot take a turn. Choose another meeting.',
      'rotation.away',
    )
  }
  if (role === 'facilitator' && wouldBeFirst(place, memberId)) {
    return conflict('Nobody facilitates their first meeting. Choose a later one.', 'rotation.first-meeting')
  }
  return by === 'oneself' ? undefined : bound(place, memberId)
}

/** ROTA-4, with its exception for a circle in which everyone is new. */
const wouldBeFirst = ({ rota, meetings, meeting }: Place, memberId: MemberId): boolean => {
  const hasLive = rota.upcoming.some(({ isLive }) => isLive)
  const earlier = meetings.slice(0, meetings.indexOf(meeting))
  const hasMet = (one: { memberId: MemberId; hasAttended: boolean }) =>
    one.hasAttended || hasLive || earlier.some(({ away }) => !away.includes(one.memberId))
  return rota.members.some(hasMet) && !rota.members.some((one) => one.memberId === memberId && hasMet(one))
}

const bound = ({ rota, meeting, role }: Place, memberId: MemberId): Refusal | undefined => {
  const stance = rota.stances.find((one) => one.memberId === memberId && one.role === role)
  if (stance === undefined) return undefined
  if (stance.kind === 'opted-out')
    return conflict('They opted out of this role. Ask somebody else.', 'rotation.opted-out')
  const isOver = stance.until !== null && meeting.day !== null && meeting.day >= stance.until
  return isOver
    ? undefined
    : conflict('They said "not yet" to this role. Ask somebody else.', 'rotation.not-yet')
}

const conflict = (detail: string, reason: string): Refusal => refuse('conflict', detail, { reason }).refusal
