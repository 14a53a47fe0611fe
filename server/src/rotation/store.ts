import type { AwayId, CircleId, MeetingId, MemberId, SwapId } from '@rondo/shared/kernel/id.ts'
import {
  type Away,
  type CellAddress,
  type CircleRole,
  ROLES,
  type Role,
  type Stance,
  type Swap,
} from '@rondo/shared/rotation/model.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { RotationTables } from '../platform/db/tables/rotation.ts'

export type TurnRow = RotationTables['rotaTurn']
export type PickRow = RotationTables['rotaPick']
export type PassRow = RotationTables['rotaPass']
export type SwapRow = RotationTables['rotaSwap']

/** The roles of a circle in the order in which the rota fills them. */
export const rolesOf = async (reader: Reader, circleId: CircleId): Promise<CircleRole[]> => {
  const rows = await reader
    .selectFrom('rotaRole')
    .select(['role', 'name'])
    .where('circleId', '=', circleId)
    .orderBy('place')
    .execute()
  return rows.length > 0 ? rows : ROLES.map((role) => ({ role, name: null }))
}

export const keepRoles = async (tx: Tx, circleId: CircleId, roles: readonly CircleRole[]): Promise<void> => {
  await tx.deleteFrom('rotaRole').where('circleId', '=', circleId).execute()
  const rows = roles.map((one, place) => ({ ...one, circleId, place }))
  await tx.insertInto('rotaRole').values(rows).execute()
}

/** Ranges that are not over before `since`, by their first day. */
export const awayOf = async (reader: Reader, circleId: CircleId, since: string): Promise<Away[]> => {
  const rows = await reader
    .selectFrom('rotaAway')
    .selectAll()
    .where('circleId', '=', circleId)
    .where('toDay', '>=', since)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()
  return rows.map(({ id, memberId, fromDay: from, toDay: to }) => ({ id, memberId, from, to }))
}

export const insertAway = async (tx: Tx, circleId: CircleId, { from, to, ...who }: Away): Promise<void> => {
  await tx
    .insertInto('rotaAway')
    .values({ ...who, circleId, fromDay: from, toDay: to })
    .execute()
}

/** Answers whether there was one of theirs. */
export const deleteAway = async (
  tx: Tx,
  circleId: CircleId,
  id: AwayId,
  memberId: MemberId,
): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('rotaAway')
    .where('id', '=', id)
    .where('circleId', '=', circleId)
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** The circles in which somebody sits. */
export const circlesOf = async (reader: Reader, memberId: MemberId): Promise<CircleId[]> => {
  const rows = await reader
    .selectFrom('seat')
    .select('circleId')
    .where('memberId', '=', memberId)
    .orderBy('circleId')
    .execute()
  return rows.map(({ circleId }) => circleId)
}

export const stancesOf = (reader: Reader, circleId: CircleId): Promise<Stance[]> =>
  reader
    .selectFrom('rotaStance')
    .select(['memberId', 'role', 'kind', 'until'])
    .where('circleId', '=', circleId)
    .orderBy('memberId')
    .orderBy('role')
    .execute()

export const keepStance = async (tx: Tx, circleId: CircleId, stance: Stance): Promise<void> => {
  const { kind, until } = stance
  await tx
    .insertInto('rotaStance')
    .values({ ...stance, circleId })
    .onConflict((conflict) => conflict.columns(['circleId', 'memberId', 'role']).doUpdateSet({ kind, until }))
    .execute()
}

export const deleteStance = async (
  tx: Tx,
  circleId: CircleId,
  memberId: MemberId,
  role: Role,
): Promise<void> => {
  await tx
    .deleteFrom('rotaStance')
    .where('circleId', '=', circleId)
    .where('memberId', '=', memberId)
    .where('role', '=', role)
    .execute()
}

const among = async <T>(meetingIds: readonly MeetingId[], read: () => Promise<T[]>): Promise<T[]> =>
  meetingIds.length === 0 ? [] : read()

export const turnsOf = (reader: Reader, meetingIds: readonly MeetingId[]): Promise<TurnRow[]> =>
  among(meetingIds, () =>
    reader.selectFrom('rotaTurn').selectAll().where('meetingId', 'in', meetingIds).execute(),
  )

export const picksOf = (reader: Reader, meetingIds: readonly MeetingId[]): Promise<PickRow[]> =>
  among(meetingIds, () =>
    reader.selectFrom('rotaPick').selectAll().where('meetingId', 'in', meetingIds).execute(),
  )

export const passesOf = (reader: Reader, meetingIds: readonly MeetingId[]): Promise<PassRow[]> =>
  among(meetingIds, () =>
    reader
      .selectFrom('rotaPass')
      .selectAll()
      .where('meetingId', 'in', meetingIds)
      .orderBy('at')
      .orderBy('memberId')
      .execute(),
  )

/** Offers that are open, or accepted and about a meeting that is still to come. */
export const swapsOf = (
  reader: Reader,
  circleId: CircleId,
  meetingIds: readonly MeetingId[],
): Promise<SwapRow[]> =>
  among(meetingIds, () =>
    reader
      .selectFrom('rotaSwap')
      .selectAll()
      .where('circleId', '=', circleId)
      .where('state', 'in', ['open', 'accepted'])
      .where('giveMeetingId', 'in', meetingIds)
      .orderBy('offeredAt')
      .orderBy('id')
      .execute(),
  )

export const findSwap = (reader: Reader, circleId: CircleId, id: SwapId): Promise<SwapRow | undefined> =>
  reader
    .selectFrom('rotaSwap')
    .selectAll()
    .where('id', '=', id)
    .where('circleId', '=', circleId)
    .executeTakeFirst()

export const insertSwap = async (tx: Tx, row: SwapRow): Promise<void> => {
  await tx.insertInto('rotaSwap').values(row).execute()
}

export const updateSwap = async (
  tx: Tx,
  { id, version }: Pick<SwapRow, 'id' | 'version'>,
  change: Partial<Pick<SwapRow, 'state' | 'before'>>,
): Promise<void> => {
  await tx
    .updateTable('rotaSwap')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export const toSwap = (row: SwapRow): Swap => {
  const { id, by, to, state, offeredAt, version } = row
  return { id, by, to, give: giveOf(row), take: takeOf(row), state, offeredAt, version }
}

export const giveOf = ({ giveMeetingId, giveRole }: SwapRow): CellAddress => ({
  meetingId: giveMeetingId,
  role: giveRole,
})

export const takeOf = ({ takeMeetingId, takeRole }: SwapRow): CellAddress => ({
  meetingId: takeMeetingId,
  role: takeRole,
})

/** Keeps what somebody did to a turn; its version rises. */
export const keepTurn = async (
  tx: Tx,
  turn: Omit<TurnRow, 'version' | 'swapId'> & { swapId?: SwapId | null },
): Promise<void> => {
  const { decision, memberId, decidedBy, swapId = null } = turn
  await tx
    .insertInto('rotaTurn')
    .values({ ...turn, swapId, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['meetingId', 'role']).doUpdateSet((is) => ({
        decision,
        memberId,
        decidedBy,
        swapId,
        version: is('rotaTurn.version', '+', 1),
      })),
    )
    .execute()
}

export const keepPass = async (tx: Tx, row: PassRow): Promise<void> => {
  const { kind, at } = row
  await tx
    .insertInto('rotaPass')
    .values(row)
    .onConflict((conflict) => conflict.columns(['meetingId', 'role', 'memberId']).doUpdateSet({ kind, at }))
    .execute()
}

export const deletePass = async (
  tx: Tx,
  { meetingId, role }: CellAddress,
  memberId: MemberId,
): Promise<void> => {
  await tx
    .deleteFrom('rotaPass')
    .where('meetingId', '=', meetingId)
    .where('role', '=', role)
    .where('memberId', '=', memberId)
    .execute()
}

export const keepPicks = async (tx: Tx, rows: readonly PickRow[]): Promise<void> => {
  for (const row of rows) {
    await tx
      .insertInto('rotaPick')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['meetingId', 'role']).doUpdateSet({ memberId: row.memberId }),
      )
      .execute()
  }
}

export const deletePicks = async (tx: Tx, rows: readonly CellAddress[]): Promise<void> => {
  for (const { meetingId, role } of rows)
    await tx.deleteFrom('rotaPick').where('meetingId', '=', meetingId).where('role', '=', role).execute()
}
