import type { Actor } from '@rondo/shared/account/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { ABSENT, inReadableCircle, permit } from './access.ts'
import { findCircle, seatsOf, seatsOfAll, toCircle } from './store.ts'
import { waitingFor, waitingForAll } from './waiting-store.ts'

export const listCircles = async ({ db }: Context, actor: Actor): Promise<Result<{ circles: Circle[] }>> => {
  const rows = await db.read
    .selectFrom('circle')
    .selectAll()
    .where(inReadableCircle('circle.id', actor.memberId))
    .execute()
  const ids = rows.map(({ id }) => id)
  const seats = await seatsOfAll(db.read, ids)
  const waiting = await waitingForAll(db.read, ids)
  const circles = rows.map((row) =>
    toCircle(row, seats.get(row.id) ?? [], waiting.get(row.id) ?? [], actor.memberId),
  )
  return accept({ circles: circles.toSorted(ownFirstThenByName) })
}

const ownFirstThenByName = (a: Circle, b: Circle): number =>
  Number(a.standing === 'none') - Number(b.standing === 'none') || a.name.localeCompare(b.name)

export const readCircle = (context: Context, actor: Actor, id: CircleId): Promise<Result<Circle>> =>
  circleFor(context.db.read, actor, id)

/** The circle as the actor sees it; not found when they may not. */
export const circleFor = async (reader: Reader, actor: Actor, id: CircleId): Promise<Result<Circle>> => {
  const permitted = await permit(reader, actor, 'read', id)
  if (!permitted.ok) return permitted
  const row = await findCircle(reader, id)
  if (row === undefined) return { ok: false, refusal: ABSENT }
  return accept(toCircle(row, await seatsOf(reader, id), await waitingFor(reader, id), actor.memberId))
}
