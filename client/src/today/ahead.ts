import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'

type Planned = Pick<MeetingSummary, 'phase' | 'startsAt' | 'roles'>

/** A meeting that nobody started is still waited for this long. */
const PATIENCE = 12 * HOUR

/** What the reader does in a meeting, as far as a heading says it. */
export type Part = 'lead' | 'present' | 'takeNotes' | 'next'

export const partOf = ({ roles }: Pick<Planned, 'roles'>, me: MemberId | undefined): Part => {
  if (me === undefined) return 'next'
  if (roles.facilitator === me) return 'lead'
  if (roles.presenter === me) return 'present'
  return roles['note-taker'] === me ? 'takeNotes' : 'next'
}

/**
 * What stands on top of today: what is live, and then what I lead next, after a nearer meeting in which I do something
 * else. Without a role of mine it is what is next.
 */
export const ahead = <M extends Planned>(
  meetings: readonly M[],
  me: MemberId | undefined,
  now: Instant,
): { live: M[]; next: M[] } => {
  const live = meetings.filter((meeting) => meeting.phase === 'live')
  const planned = meetings
    .filter((meeting) => meeting.phase === 'scheduled' && meeting.startsAt > now - PATIENCE)
    .toSorted((a, b) => a.startsAt - b.startsAt)
  const mine = planned.find((meeting) => meeting.roles.facilitator === me)
  const [nearest] = planned.filter(({ roles }) => me !== undefined && Object.values(roles).includes(me))
  const next = new Set([nearest ?? planned[0], mine].filter((meeting) => meeting !== undefined))
  return { live, next: [...next] }
}
