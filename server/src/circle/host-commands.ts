import type { Actor } from '@rondo/shared/account/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { permit } from './access.ts'
import { circleFor } from './queries.ts'
import { stepDown as decide } from './rules.ts'
import { updateSeat } from './store.ts'

/** Makes a member a host like oneself; who is one already stays one. */
export const makeHost = (
  context: Context,
  actor: Actor,
  id: CircleId,
  memberId: MemberId,
): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', id)
    if (!permitted.ok) return permitted
    const found = await circleFor(tx, actor, id)
    if (!found.ok) return found
    const seat = found.value.seats.find((one) => one.memberId === memberId)
    if (seat === undefined) {
      const errors = [{ field: 'memberId', detail: 'has no seat in this circle' }]
      return refuse('invalid', 'Only somebody who sits here can be a host.', { errors })
    }
    if (seat.isHost) return found
    await setHost(context, tx, actor, id, memberId, true)
    return circleFor(tx, actor, id)
  })

export const stepDown = (context: Context, actor: Actor, id: CircleId): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await circleFor(tx, actor, id)
    if (!found.ok) return found
    const decided = decide(found.value.seats, actor.memberId)
    if (!decided.ok) return decided
    const permitted = await permit(tx, actor, 'manage', id)
    if (!permitted.ok) return permitted
    await setHost(context, tx, actor, id, actor.memberId, false)
    return accept(null)
  })

const setHost = async (
  { journal }: Context,
  tx: Tx,
  { memberId: by }: Actor,
  circleId: CircleId,
  memberId: MemberId,
  isHost: boolean,
): Promise<void> => {
  await updateSeat(tx, circleId, memberId, { isHost: isHost ? 1 : 0 })
  await journal.append(tx, [{ name: 'circle.changed', payload: { circleId }, audience: { circleId }, by }])
}
