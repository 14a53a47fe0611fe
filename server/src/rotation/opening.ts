import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Roles } from '@rondo/shared/meeting/events.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { rolesIn } from './follow.ts'
import { meetingsOf } from './plan-rota.ts'
import { type Rota, rotaOf, type Upcoming } from './rota.ts'
import { keepTurn, type TurnRow } from './store.ts'

/** Who is named for roles of a new meeting by whoever schedules it. */
export type Named = { [Which in Role]?: MemberId | undefined }

interface NewMeeting {
  circleId: CircleId
  meetingId: MeetingId
  named: Named
  by: MemberId
}

/**
 * The roles of a meeting that is about to be made: named people keep theirs, the others follow the rota, in which the
 * meeting already takes its place.
 */
export const rolesOfNew = async (
  reader: Reader,
  meeting: NewMeeting & Pick<Upcoming, 'startsAt' | 'timeZone' | 'wanted'>,
  others: readonly Upcoming[],
  now: number,
): Promise<Roles> => {
  const { circleId, meetingId, startsAt, timeZone, wanted } = meeting
  const roles = { facilitator: null, presenter: null, 'note-taker': null }
  const added: Upcoming = { meetingId, startsAt, timeZone, isLive: false, wanted, roles }
  const upcoming = [...others, added].toSorted((a, b) => a.startsAt - b.startsAt)
  const rota = await rotaOf(reader, circleId, upcoming, now)
  const turns = namedTurns(meeting).map((turn) => ({ ...turn, version: 1, swapId: null }))
  const planned = meetingsOf(withTurns(rota, turns)).find((one) => one.meetingId === meetingId)
  return planned ? rolesIn(planned) : { ...roles, ...named(meeting) }
}

/** Keeps who was named as a decision, once the meeting is there. */
export const keepNamed = async (tx: Tx, meeting: NewMeeting): Promise<void> => {
  for (const turn of namedTurns(meeting)) await keepTurn(tx, turn)
}

const namedTurns = (meeting: NewMeeting) =>
  Object.entries(named(meeting)).map(([role, memberId]) => ({
    circleId: meeting.circleId,
    meetingId: meeting.meetingId,
    role: role as Role,
    decision: 'assigned' as const,
    memberId,
    decidedBy: meeting.by,
  }))

const named = (meeting: NewMeeting): { [role: string]: MemberId } =>
  Object.fromEntries(
    Object.entries(meeting.named).flatMap(([role, memberId]) => (memberId ? [[role, memberId]] : [])),
  )

const withTurns = (rota: Rota, turns: readonly TurnRow[]): Rota => ({
  ...rota,
  turns: [...rota.turns, ...turns],
})
