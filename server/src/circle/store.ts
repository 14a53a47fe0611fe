import type { Circle, Seat, Standing } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { CircleTables } from '../platform/db/tables/circle.ts'

export type CircleRow = CircleTables['circle']

export const findCircle = (reader: Reader, id: CircleId): Promise<CircleRow | undefined> =>
  reader.selectFrom('circle').selectAll().where('id', '=', id).executeTakeFirst()

/** What somebody is to a circle; 'none' for an absent one too. */
export const standingOf = async (
  reader: Reader,
  memberId: MemberId,
  circleId: CircleId,
): Promise<Standing> => {
  const seat = await reader
    .selectFrom('seat')
    .select('isHost')
    .where('circleId', '=', circleId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (seat === undefined) return 'none'
  return seat.isHost === 1 ? 'host' : 'member'
}

/** The seats of a circle by order of joining. */
export const seatsOf = async (reader: Reader, circleId: CircleId): Promise<Seat[]> =>
  (await seatsOfAll(reader, [circleId])).get(circleId) ?? []

export const seatsOfAll = async (
  reader: Reader,
  circleIds: readonly CircleId[],
): Promise<Map<CircleId, Seat[]>> => {
  const rows = await reader
    .selectFrom('seat')
    .selectAll()
    .where('circleId', 'in', circleIds)
    .orderBy('joinedAt')
    .orderBy('memberId')
    .execute()
  const seats = new Map<CircleId, Seat[]>()
  for (const { circleId, memberId, isHost, joinedAt } of rows) {
    const seat = { memberId, isHost: isHost === 1, joinedAt }
    seats.set(circleId, [...(seats.get(circleId) ?? []), seat])
  }
  return seats
}

export const insertCircle = async (tx: Tx, row: CircleRow): Promise<void> => {
  await tx.insertInto('circle').values(row).execute()
}

export const updateCircle = async (
  tx: Tx,
  id: CircleId,
  change: Partial<Omit<CircleRow, 'id' | 'createdAt'>>,
): Promise<void> => {
  await tx.updateTable('circle').set(change).where('id', '=', id).execute()
}

/** Answers whether the seat is new. */
export const insertSeat = async (tx: Tx, circleId: CircleId, seat: Seat): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('seat')
    .values({ circleId, ...seat, isHost: seat.isHost ? 1 : 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const deleteSeat = async (tx: Tx, circleId: CircleId, memberId: MemberId): Promise<void> => {
  await tx.deleteFrom('seat').where('circleId', '=', circleId).where('memberId', '=', memberId).execute()
}

export const toCircle = (row: CircleRow, seats: Seat[], asking: MemberId): Circle => {
  const own = seats.find(({ memberId }) => memberId === asking)
  return { ...row, seats, standing: own === undefined ? 'none' : own.isHost ? 'host' : 'member' }
}
