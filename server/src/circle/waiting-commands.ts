import type { Actor } from '@rondo/shared/account/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { permit } from './access.ts'
import { circleFor } from './queries.ts'
import { roomFor } from './rules.ts'
import { deleteWaiting, insertWaiting } from './waiting-store.ts'

/** Waits for a seat; who waits already keeps their place, and where a seat is free nobody has to wait. */
export const waitForSeat = (context: Context, actor: Actor, id: CircleId): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const found = await circleFor(tx, actor, id)
    if (!found.ok || found.value.standing !== 'none') return found
    const permitted = await permit(tx, actor, 'join', id)
    if (!permitted.ok) return permitted
    if (found.value.waiting.includes(actor.memberId)) return found
    if (roomFor(found.value, actor.memberId).ok)
      return refuse('conflict', 'A seat is free: take it.', { reason: 'circle.seat-free' })
    await insertWaiting(tx, id, actor.memberId, context.clock.now())
    await tell(context, tx, id, actor)
    return circleFor(tx, actor, id)
  })

/** Waits no longer, or is taken off the list by a host; whoever is not on it is not on it afterwards either. */
export const stopWaiting = (
  context: Context,
  actor: Actor,
  id: CircleId,
  memberId: MemberId,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, memberId === actor.memberId ? 'read' : 'manage', id)
    if (!permitted.ok) return permitted
    if (await deleteWaiting(tx, id, memberId)) await tell(context, tx, id, actor)
    return accept(null)
  })

const tell = ({ journal }: Context, tx: Tx, circleId: CircleId, { memberId: by }: Actor) =>
  journal.append(tx, [{ name: 'circle.waiting-changed', payload: { circleId }, audience: { circleId }, by }])
