import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { permit, seatsOf } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { nextFacilitators, type Rota, type Upcoming } from './rules.ts'
import { attendeesOf, ledgerOf } from './store.ts'

/** The scheduled and live meetings of a circle, soonest first; meetings are a higher room, so they are handed in. */
export type UpcomingMeetings = (reader: Reader, circleId: CircleId) => Promise<readonly Upcoming[]>

export const readRotation = async (
  { db }: Context,
  upcomingMeetings: UpcomingMeetings,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<Rotation>> => {
  const permitted = await permit(db.read, actor, 'read', circleId)
  if (!permitted.ok) return permitted
  const rota = await rotaOf(db.read, circleId, await upcomingMeetings(db.read, circleId))
  // Who served when is for the circle itself; an open circle shows others only who comes next, and why.
  const belongs = may(actor, 'write', permitted.value)
  return accept({
    roles: [],
    meetings: [],
    turns: nextFacilitators(rota),
    away: [],
    stances: [],
    swaps: [],
    ledger: belongs ? rota.ledger.toReversed() : [],
    tallies: [],
  })
}

/** What the rota of a circle is decided from, as it stands now. */
export const rotaOf = async (
  reader: Reader,
  circleId: CircleId,
  upcoming: readonly Upcoming[],
): Promise<Rota> => {
  const attendees = await attendeesOf(reader, circleId)
  const candidates = (await seatsOf(reader, circleId)).map(({ memberId, joinedAt }) => ({
    memberId,
    joinedAt,
    hasAttended: attendees.has(memberId),
  }))
  return { candidates, ledger: await ledgerOf(reader, circleId), upcoming }
}
