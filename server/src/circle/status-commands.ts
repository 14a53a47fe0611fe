import type { Actor } from '@rondo/shared/account/model.ts'
import { type Circle, purpose, type Status } from '@rondo/shared/circle/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { ABSENT, permit } from './access.ts'
import { nameOf } from './members.ts'
import type { CircleNeighbours } from './neighbours.ts'
import { circleFor } from './queries.ts'
import { mayMove } from './rules.ts'
import { type CircleRow, findCircle, updateCircle } from './store.ts'
import { ensureStory } from './story-commands.ts'

interface Move {
  from: Status
  to: Status
}

/** Takes a circle to the next part of its life. When it begins to close, its story is drafted. */
export const moveCircle = async (
  context: Context,
  neighbours: CircleNeighbours,
  actor: Actor,
  id: CircleId,
  move: Move,
): Promise<Result<Circle>> => {
  const moved = await transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', id)
    if (!permitted.ok) return permitted
    const circle = await findCircle(tx, id)
    if (circle === undefined) return { ok: false as const, refusal: ABSENT }
    const decided = await decide(neighbours, tx, circle, move)
    if (!decided.ok) return decided
    if (circle.status !== move.to) await setStatus(context, tx, actor, id, move.to)
    return circleFor(tx, actor, id)
  })
  if (moved.ok && move.to === 'closing') await ensureStory(context, neighbours, actor, id)
  return moved
}

const decide = async (
  neighbours: CircleNeighbours,
  tx: Tx,
  circle: CircleRow,
  { from, to }: Move,
): Promise<Result<null>> => {
  if (circle.status !== from) {
    const winner = await nameOf(tx, circle.changedBy ?? undefined)
    return refuse('conflict', `${winner} was quicker: the circle is ${circle.status} now.`, {
      reason: 'circle.moved',
    })
  }
  if (from === to) return accept(null)
  const allowed = mayMove(from, to)
  if (!allowed.ok) return allowed
  if (to === 'active' && !purpose.safeParse(circle.purpose).success)
    return refuse('invalid', 'A circle starts with a purpose of 1 to 160 characters. Its draft is kept.', {
      reason: 'circle.purpose-missing',
      errors: [{ field: 'purpose', detail: 'must have 1 to 160 characters' }],
    })
  if (to === 'archived' && (await neighbours.isMeeting(tx, circle.id)))
    return refuse('conflict', 'The circle is meeting right now. Wrap up the meeting, then archive it.', {
      reason: 'circle.is-meeting',
    })
  return accept(null)
}

export const beginClosing = (context: Context, tx: Tx, actor: Actor, id: CircleId): Promise<void> =>
  setStatus(context, tx, actor, id, 'closing')

const setStatus = async (
  { journal }: Context,
  tx: Tx,
  { memberId }: Actor,
  id: CircleId,
  status: Status,
): Promise<void> => {
  await updateCircle(tx, id, { status, changedBy: memberId })
  await journal.append(tx, [
    { name: 'circle.changed', payload: { circleId: id }, audience: { circleId: id }, by: memberId },
  ])
}
