import type { Actor } from '@rondo/shared/account/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { permit } from './access.ts'
import { settleAgreement } from './agreement-settling.ts'
import { insertAgreement } from './agreement-store.ts'
import { viewAgreement } from './agreement-view.ts'
import { foundCircle } from './commands.ts'
import { circleFor } from './queries.ts'
import { split } from './rules.ts'
import { giveUpSeat, takeSeat } from './seat-commands.ts'
import { updateCircle, updateSeat } from './store.ts'
import { deleteWaiting } from './waiting-store.ts'

interface Split {
  name: string
  purpose: string
  members: MemberId[]
  hostId: MemberId
  from: MemberId[]
}

/** Makes a second circle of one that grew. What was agreed goes along, and binds whom it bound. */
export const splitCircle = (
  context: Context,
  actor: Actor,
  id: CircleId,
  asked: Split,
): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', id)
    if (!permitted.ok) return permitted
    const found = await circleFor(tx, actor, id)
    if (!found.ok) return found
    const { visibility, timeZone, seatLimit, status } = found.value
    if (status !== 'active')
      return refuse('conflict', 'Only an active circle is split.', { reason: 'circle.not-active' })
    const decided = split(found.value, asked)
    if (!decided.ok) return decided
    const described = { name: asked.name, purpose: asked.purpose, visibility, timeZone, seatLimit }
    const newId = await foundCircle(context, tx, actor, described)
    const { going, fromList } = decided.value
    await settleAgreement(context, tx, id, context.clock.now())
    const bound = await boundIn(context, tx, id)
    for (const memberId of [...going.map((seat) => seat.memberId), ...fromList]) {
      const isHost = memberId === asked.hostId
      await takeSeat(context, tx, { circleId: newId, memberId, by: actor.memberId, isHost })
    }
    await carryAgreement(context, tx, actor, newId, bound)
    for (const { memberId } of going) await giveUpSeat(context, tx, found.value, memberId, actor.memberId)
    for (const memberId of fromList) await deleteWaiting(tx, id, memberId)
    if (fromList.length > 0)
      await context.journal.append(tx, [
        {
          name: 'circle.waiting-changed',
          payload: { circleId: id },
          audience: { circleId: id },
          by: actor.memberId,
        },
      ])
    return circleFor(tx, actor, id)
  })

interface Bound {
  clauses: string[]
  members: ReadonlySet<MemberId>
}

/** What holds in a circle, and whom it binds; undefined where nothing was agreed. */
const boundIn = async ({ clock }: Context, tx: Tx, id: CircleId): Promise<Bound | undefined> => {
  const view = await viewAgreement(tx, id, clock.now())
  const clauses = view?.agreed[0]?.clauses
  if (view === undefined || clauses === undefined) return undefined
  const members = view.seats.filter((seat) => seat.acceptedVersion !== null).map((seat) => seat.memberId)
  return { clauses, members: new Set(members) }
}

const carryAgreement = async (
  { clock, ids }: Context,
  tx: Tx,
  { memberId: by }: Actor,
  circleId: CircleId,
  bound: Bound | undefined,
): Promise<void> => {
  if (bound === undefined) return
  const now = clock.now()
  const made = { id: ids.next<'agreement'>(), circleId, version: 1, revision: 1, clauses: bound.clauses }
  const told = { proposedBy: by, proposedAt: now, editedBy: by, editedAt: now }
  await insertAgreement(tx, { ...made, ...told, state: 'agreed', inForceAt: now, how: 'all' })
  await updateCircle(tx, circleId, { agreedVersion: 1 })
  for (const memberId of bound.members) await updateSeat(tx, circleId, memberId, { acceptedVersion: 1 })
}
