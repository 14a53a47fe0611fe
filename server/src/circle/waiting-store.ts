import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'

/** Who waits for a seat in a circle, in the order in which they came. */
export const waitingFor = async (reader: Reader, circleId: CircleId): Promise<MemberId[]> =>
  (await waitingForAll(reader, [circleId])).get(circleId) ?? []

export const waitingForAll = async (
  reader: Reader,
  circleIds: readonly CircleId[],
): Promise<Map<CircleId, MemberId[]>> => {
  const rows = await reader
    .selectFrom('seatWaiting')
    .select(['circleId', 'memberId'])
    .where('circleId', 'in', circleIds)
    .orderBy('since')
    .orderBy('memberId')
    .execute()
  const waiting = new Map<CircleId, MemberId[]>()
  for (const { circleId, memberId } of rows)
    waiting.set(circleId, [...(waiting.get(circleId) ?? []), memberId])
  return waiting
}

export const insertWaiting = async (
  tx: Tx,
  circleId: CircleId,
  memberId: MemberId,
  since: Instant,
): Promise<void> => {
  await tx
    .insertInto('seatWaiting')
    .values({ circleId, memberId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Answers whether anybody was taken off the list. */
export const deleteWaiting = async (tx: Tx, circleId: CircleId, memberId?: MemberId): Promise<boolean> => {
  const all = tx.deleteFrom('seatWaiting').where('circleId', '=', circleId)
  const query = memberId === undefined ? all : all.where('memberId', '=', memberId)
  const { numDeletedRows } = await query.executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
