import type { Actor } from '@rondo/shared/account/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import type { NewFact } from '../journal/journal.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { permit } from './access.ts'
import { settleAgreement } from './agreement-settling.ts'
import { isMember } from './members.ts'
import { circleFor } from './queries.ts'
import { roomFor, unseat } from './rules.ts'
import { deleteSeat, insertSeat } from './store.ts'
import { deleteWaiting } from './waiting-store.ts'

/** Takes a seat in an open circle; who has one already keeps it. */
export const joinCircle = (context: Context, actor: Actor, id: CircleId): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const found = await circleFor(tx, actor, id)
    if (!found.ok || found.value.standing !== 'none') return found
    const permitted = await permit(tx, actor, 'join', id)
    if (!permitted.ok) return permitted
    const room = roomFor(found.value, actor.memberId)
    if (!room.ok) return room
    await takeSeat(context, tx, { circleId: id, memberId: actor.memberId, by: actor.memberId })
    return circleFor(tx, actor, id)
  })

/** Brings in somebody who has an account; only a host does so when all seats are taken. */
export const seatMember = (
  context: Context,
  actor: Actor,
  id: CircleId,
  memberId: MemberId,
  { beyondLimit = false }: { beyondLimit?: boolean } = {},
): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'invite', id)
    if (!permitted.ok) return permitted
    if (!(await isMember(tx, memberId))) {
      const errors = [{ field: 'memberId', detail: 'is not a member of this workspace' }]
      return refuse('invalid', 'There is no such member.', { errors })
    }
    const found = await circleFor(tx, actor, id)
    if (!found.ok || found.value.seats.some((seat) => seat.memberId === memberId)) return found
    if (beyondLimit && found.value.standing !== 'host')
      return refuse('forbidden', 'Only a host lets somebody in when all seats are taken.', {
        reason: 'circle.not-host',
      })
    const room = roomFor(found.value, memberId)
    if (!room.ok && !beyondLimit) return room
    await takeSeat(context, tx, { circleId: id, memberId, by: actor.memberId })
    return circleFor(tx, actor, id)
  })

/**
 * Gives somebody a seat and says so; nothing happens when they have one. Also for whoever accepts an invitation. What was agreed until
 * now is settled first: it must be accepted by whoever comes after it.
 */
export const takeSeat = async (
  context: Pick<Context, 'journal' | 'clock'>,
  tx: Tx,
  seat: { circleId: CircleId; memberId: MemberId; by: MemberId; isHost?: boolean },
): Promise<void> => {
  const { circleId, memberId, by, isHost = false } = seat
  const joinedAt = context.clock.now()
  await settleAgreement(context, tx, circleId, joinedAt)
  const isNew = await insertSeat(tx, circleId, { memberId, isHost, joinedAt, acceptedVersion: null })
  if (!isNew) return
  const facts: NewFact[] = [
    { name: 'circle.seat-taken', payload: { circleId, memberId }, audience: { circleId }, by },
  ]
  if (await deleteWaiting(tx, circleId, memberId))
    facts.push({ name: 'circle.waiting-changed', payload: { circleId }, audience: { circleId }, by })
  await context.journal.append(tx, facts)
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
    const { seats, standing, status } = found.value
    const mayManage = standing === 'host' && status !== 'archived'
    const decided = unseat(seats, memberId, actor.memberId, mayManage)
    if (!decided.ok) return decided
    await giveUpSeat(context, tx, found.value, memberId, actor.memberId)
    return accept(null)
  })

/** Takes a seat away and says so. What waited for this person's word alone is agreed on now. */
export const giveUpSeat = async (
  context: Pick<Context, 'journal' | 'clock'>,
  tx: Tx,
  circle: Circle,
  memberId: MemberId,
  by: MemberId,
): Promise<void> => {
  await deleteSeat(tx, circle.id, memberId)
  await context.journal.append(tx, [seatLeft(circle, memberId, by)])
  await settleAgreement(context, tx, circle.id, context.clock.now())
}

/** Whoever left a circle that others do not see is told that they did, though they may hear nothing more of it. */
const seatLeft = ({ id, visibility, status, seats }: Circle, memberId: MemberId, by: MemberId): NewFact => ({
  name: 'circle.seat-left',
  payload: { circleId: id, memberId },
  audience:
    visibility === 'open' && status !== 'draft'
      ? { circleId: id }
      : { members: seats.map((seat) => seat.memberId) },
  by,
})
