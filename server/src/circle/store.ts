import type { Circle, Seat, Standing } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { CircleTables } from '../platform/db/tables/circle.ts'

export type CircleRow = CircleTables['circle']

/** A seat as it is kept: with the version of the agreement that binds whoever sits there. */
export type KeptSeat = Seat & Pick<CircleTables['seat'], 'acceptedVersion'>

export const findCircle = (reader: Reader, id: CircleId): Promise<CircleRow | undefined> =>
  reader.selectFrom('circle').selectAll().where('id', '=', id).executeTakeFirst()

/** What somebody is to a circle, and what binds them there; no standing for an absent circle too. */
export const placeOf = async (
  reader: Reader,
  memberId: MemberId,
  circleId: CircleId,
): Promise<{ standing: Standing; acceptedVersion: number | null }> => {
  const seat = await reader
    .selectFrom('seat')
    .select(['isHost', 'acceptedVersion'])
    .where('circleId', '=', circleId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (seat === undefined) return { standing: 'none', acceptedVersion: null }
  return { standing: seat.isHost === 1 ? 'host' : 'member', acceptedVersion: seat.acceptedVersion }
}

/** The seats of a circle by order of joining. */
export const seatsOf = async (reader: Reader, circleId: CircleId): Promise<KeptSeat[]> =>
  (await seatsOfAll(reader, [circleId])).get(circleId) ?? []

export const seatsOfAll = async (
  reader: Reader,
  circleIds: readonly CircleId[],
): Promise<Map<CircleId, KeptSeat[]>> => {
  const rows = await reader
    .selectFrom('seat')
    .selectAll()
    .where('circleId', 'in', circleIds)
    .orderBy('joinedAt')
    .orderBy('memberId')
    .execute()
  const seats = new Map<CircleId, KeptSeat[]>()
  for (const { circleId, isHost, ...row } of rows) {
    const seat = { ...row, isHost: isHost === 1 }
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
export const insertSeat = async (tx: Tx, circleId: CircleId, seat: KeptSeat): Promise<boolean> => {
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

export const updateSeat = async (
  tx: Tx,
  circleId: CircleId,
  memberId: MemberId,
  change: Partial<Pick<CircleTables['seat'], 'isHost' | 'acceptedVersion'>>,
): Promise<void> => {
  await tx
    .updateTable('seat')
    .set(change)
    .where('circleId', '=', circleId)
    .where('memberId', '=', memberId)
    .execute()
}

/** The circle as it is told to somebody. */
export const toCircle = (
  kept: CircleRow,
  seats: readonly KeptSeat[],
  waiting: readonly MemberId[],
  asking: MemberId,
): Circle => {
  const { agreedVersion, changedBy: _, ...row } = kept
  const own = seats.find(({ memberId }) => memberId === asking)
  return {
    ...row,
    seats: seats.map(({ memberId, isHost, joinedAt }) => ({ memberId, isHost, joinedAt })),
    waiting: [...waiting],
    standing: own === undefined ? 'none' : own.isHost ? 'host' : 'member',
    mustAccept: own !== undefined && agreedVersion !== null && own.acceptedVersion === null,
  }
}
