import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import type { NewFact } from '../journal/journal.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { permit } from './access.ts'
import { isMember } from './members.ts'
import { circleFor } from './queries.ts'
import { unseat } from './rules.ts'
import { type CircleRow, deleteSeat, findCircle, insertCircle, insertSeat, updateCircle } from './store.ts'

type Described = Pick<CircleRow, 'name' | 'purpose' | 'visibility' | 'timeZone'>

export const createCircle = (context: Context, actor: Actor, input: Described): Promise<Result<Circle>> => {
  if (!may(actor, 'create', { kind: 'workspace' }))
    return Promise.resolve(refuse('forbidden', 'You may not create circles here.'))
  return transact(context.db, async (tx) => {
    const id = context.ids.next<'circle'>()
    const { name, purpose, visibility, timeZone } = input
    await insertCircle(tx, { id, name, purpose, visibility, timeZone, createdAt: context.clock.now() })
    await context.journal.append(tx, [
      { name: 'circle.created', payload: { circleId: id }, audience: { circleId: id }, by: actor.memberId },
    ])
    await takeSeat(context, tx, { circleId: id, memberId: actor.memberId, by: actor.memberId, isHost: true })
    return circleFor(tx, actor, id)
  })
}

export const changeCircle = (
  context: Context,
  actor: Actor,
  id: CircleId,
  change: { [Field in keyof Described]?: Described[Field] | undefined },
): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', id)
    if (!permitted.ok) return permitted
    const before = await findCircle(tx, id)
    const news = Object.fromEntries(
      Object.entries(change).filter(
        ([field, value]) => value !== undefined && before?.[field as keyof Described] !== value,
      ),
    )
    if (Object.keys(news).length > 0) {
      await updateCircle(tx, id, news)
      await context.journal.append(tx, [
        { name: 'circle.changed', payload: { circleId: id }, audience: { circleId: id }, by: actor.memberId },
      ])
    }
    return circleFor(tx, actor, id)
  })

/** Takes a seat in an open circle; who has one already keeps it. */
export const joinCircle = (context: Context, actor: Actor, id: CircleId): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const found = await circleFor(tx, actor, id)
    if (!found.ok || found.value.standing !== 'none') return found
    const permitted = await permit(tx, actor, 'join', id)
    if (!permitted.ok) return permitted
    await takeSeat(context, tx, { circleId: id, memberId: actor.memberId, by: actor.memberId })
    return circleFor(tx, actor, id)
  })

/** Brings in somebody who has an account. */
export const seatMember = (
  context: Context,
  actor: Actor,
  id: CircleId,
  memberId: MemberId,
): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'invite', id)
    if (!permitted.ok) return permitted
    if (!(await isMember(tx, memberId))) {
      const errors = [{ field: 'memberId', detail: 'is not a member of this workspace' }]
      return refuse('invalid', 'There is no such member.', { errors })
    }
    await takeSeat(context, tx, { circleId: id, memberId, by: actor.memberId })
    return circleFor(tx, actor, id)
  })

/** Gives somebody a seat and says so; nothing happens when they have one. Also for whoever accepts an invitation. */
export const takeSeat = async (
  { journal, clock }: Pick<Context, 'journal' | 'clock'>,
  tx: Tx,
  seat: { circleId: CircleId; memberId: MemberId; by: MemberId; isHost?: boolean },
): Promise<void> => {
  const { circleId, memberId, by, isHost = false } = seat
  const isNew = await insertSeat(tx, circleId, { memberId, isHost, joinedAt: clock.now() })
  if (!isNew) return
  const payload = { circleId, memberId }
  await journal.append(tx, [{ name: 'circle.seat-taken', payload, audience: { circleId }, by }])
}

export const unseatMember = (
  context: Context,
  actor: Actor,
  id: CircleId,
  memberId: MemberId,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await circleFor(tx, actor, id)
    if (!found.ok) return found
    const decided = unseat(found.value.seats, memberId, actor.memberId, found.value.standing === 'host')
    if (!decided.ok) return decided
    await deleteSeat(tx, id, memberId)
    await context.journal.append(tx, [seatLeft(found.value, memberId, actor.memberId)])
    return accept(null)
  })

/** Whoever left a confidential circle is told that they did, though they may hear nothing more of it. */
const seatLeft = ({ id, visibility, seats }: Circle, memberId: MemberId, by: MemberId): NewFact => ({
  name: 'circle.seat-left',
  payload: { circleId: id, memberId },
  audience: visibility === 'open' ? { circleId: id } : { members: seats.map((seat) => seat.memberId) },
  by,
})
