import type { Actor } from '@rondo/shared/account/model.ts'
import type { AwayId, CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Role, Stance } from '@rondo/shared/rotation/model.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { followRota } from './follow.ts'
import type { Meetings } from './rota.ts'
import { awayOf, circlesOf, deleteAway, deleteStance, insertAway, keepStance, rolesOf } from './store.ts'

/** More ranges than this are not a calendar but a mistake. */
const MOST_RANGES = 60

/** Does something to the rota of a circle for somebody who takes part there; what follows happens with it. */
const inRota = <T>(
  context: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'write', circleId)
    if (!permitted.ok) return permitted
    const done = await work(tx)
    if (done.ok) await tellChange(context, tx, meetings, circleId, actor.memberId)
    return done
  })

export const tellChange = async (
  context: Context,
  tx: Tx,
  meetings: Meetings,
  circleId: CircleId,
  by: MemberId,
): Promise<void> => {
  await context.journal.append(tx, [
    { name: 'rotation.changed', payload: { circleId }, audience: { circleId }, by },
  ])
  await followRota(context, tx, meetings, circleId, by)
}

interface Range {
  from: string
  to: string
  everywhere: boolean
}

export const addAway = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  { from, to, everywhere }: Range,
): Promise<Result<{ awayId: AwayId }>> =>
  inRota(context, meetings, actor, circleId, async (tx) => {
    const { memberId } = actor
    if (await isFull(tx, circleId, memberId))
      return refuse('conflict', 'These are too many times away. Remove some that are over.', {
        reason: 'rotation.too-many-away',
      })
    const others = everywhere ? (await circlesOf(tx, memberId)).filter((id) => id !== circleId) : []
    for (const other of others) {
      if (!(await permit(tx, actor, 'write', other)).ok || (await isFull(tx, other, memberId))) continue
      await insertAway(tx, other, { id: context.ids.next<'away'>(), memberId, from, to })
      await tellChange(context, tx, meetings, other, memberId)
    }
    const awayId = context.ids.next<'away'>()
    await insertAway(tx, circleId, { id: awayId, memberId, from, to })
    return accept({ awayId })
  })

const isFull = async (tx: Tx, circleId: CircleId, memberId: MemberId): Promise<boolean> => {
  const all = await awayOf(tx, circleId, '0000-00-00')
  return all.filter((one) => one.memberId === memberId).length >= MOST_RANGES
}

const NO_RANGE: Refusal = { code: 'not-found', detail: 'You are not away then; somebody removed it.' }

export const removeAway = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  awayId: AwayId,
): Promise<Result<null>> =>
  inRota(context, meetings, actor, circleId, async (tx) =>
    (await deleteAway(tx, circleId, awayId, actor.memberId))
      ? accept(null)
      : { ok: false, refusal: NO_RANGE },
  )

/** Says "not yet" or opts out; without a stance, one is back in. */
export const takeStance = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  { circleId, role }: { circleId: CircleId; role: Role },
  stance: Pick<Stance, 'kind' | 'until'> | null,
): Promise<Result<null>> =>
  inRota(context, meetings, actor, circleId, async (tx) => {
    if (!(await rolesOf(tx, circleId)).some((one) => one.role === role)) {
      const errors = [{ field: 'role', detail: 'is not a role of this circle' }]
      return refuse('invalid', 'This circle has no such role.', { errors, reason: 'rotation.unknown-role' })
    }
    const { memberId } = actor
    if (stance) await keepStance(tx, circleId, { ...stance, memberId, role })
    else await deleteStance(tx, circleId, memberId, role)
    return accept(null)
  })
