import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import type { Roles } from '@rondo/shared/meeting/events.ts'
import type { Away, CircleRole, Service, Stance } from '@rondo/shared/rotation/model.ts'
import type { Candidate } from '@rondo/shared/rotation/plan.ts'
import { isMissed } from '@rondo/shared/rotation/settling.ts'
import { seatsOf } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import { dayInZone } from './day-in-zone.ts'
import { attendeesOf, ledgerOf } from './ledger.ts'
import {
  awayOf,
  type PassRow,
  type PickRow,
  passesOf,
  picksOf,
  rolesOf,
  type SwapRow,
  stancesOf,
  swapsOf,
  type TurnRow,
  turnsOf,
} from './store.ts'

/** A meeting that is not over, as the rota sees it. */
export interface Upcoming {
  meetingId: MeetingId
  startsAt: Instant
  /** The zone of the circle. */
  timeZone: string
  isLive: boolean
  /** The roles that its format names, by what they are or are called; null where it names none. */
  wanted: readonly string[] | null
  /** Who holds its roles by its log. */
  roles: Roles
}

/** What the rota asks of meetings, which are a higher room. */
export interface Meetings {
  /** The scheduled and live meetings of a circle, soonest first. */
  upcoming: (reader: Reader, circleId: CircleId) => Promise<readonly Upcoming[]>
  circleOf: (reader: Reader, id: MeetingId) => Promise<CircleId | undefined>
  /** Notes in the logs of meetings that are still to come who holds their roles now. */
  planRoles: (
    context: Context,
    tx: Tx,
    changes: readonly { meetingId: MeetingId; roles: Roles }[],
    by: MemberId,
  ) => Promise<void>
}

/** All that the rota of a circle is decided from. */
export interface Rota {
  circleId: CircleId
  now: Instant
  roles: readonly CircleRole[]
  members: readonly (Candidate & { isHost: boolean })[]
  away: readonly Away[]
  stances: readonly Stance[]
  /** Oldest first. */
  ledger: readonly Service[]
  /** Soonest first. */
  upcoming: readonly Upcoming[]
  /** When the meetings that fell through were to begin (ROTA-21). */
  missed: readonly Instant[]
  turns: readonly TurnRow[]
  picks: readonly PickRow[]
  passes: readonly PassRow[]
  swaps: readonly SwapRow[]
}

/** How far back the ledger's picture shows who was away. */
const LOOK_BACK_MS = 180 * DAY

export const rotaOf = async (
  reader: Reader,
  circleId: CircleId,
  meetings: readonly Upcoming[],
  now: Instant,
): Promise<Rota> => {
  const { missed = [], upcoming = [] } = Object.groupBy(meetings, ({ isLive, startsAt }) =>
    !isLive && isMissed(startsAt, now) ? 'missed' : 'upcoming',
  )
  const ids = upcoming.map(({ meetingId }) => meetingId)
  const since = dayInZone('UTC', now - LOOK_BACK_MS)
  const attendees = await attendeesOf(reader, circleId)
  return {
    circleId,
    now,
    roles: await rolesOf(reader, circleId),
    members: (await seatsOf(reader, circleId)).map(({ memberId, joinedAt, isHost }) => ({
      memberId,
      joinedAt,
      isHost,
      hasAttended: attendees.has(memberId),
    })),
    away: await awayOf(reader, circleId, since),
    stances: await stancesOf(reader, circleId),
    ledger: await ledgerOf(reader, circleId),
    upcoming,
    missed: missed.map(({ startsAt }) => startsAt),
    turns: await turnsOf(reader, ids),
    picks: await picksOf(reader, ids),
    passes: await passesOf(reader, ids),
    swaps: await swapsOf(reader, circleId, ids),
  }
}
