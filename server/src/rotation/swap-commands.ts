import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId, MemberId, SwapId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { CellAddress, Swap } from '@rondo/shared/rotation/model.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { NewFact } from '../journal/journal.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { naming } from './commands.ts'
import { followRota } from './follow.ts'
import { cellOf, meetingsOf } from './plan-rota.ts'
import { type Meetings, type Rota, rotaOf } from './rota.ts'
import {
  findSwap,
  giveOf,
  insertSwap,
  keepPicks,
  keepTurn,
  type SwapRow,
  type TurnRow,
  takeOf,
  updateSwap,
} from './store.ts'
import { decideOffer, decideSwap, type SeenAddress, type SwapAct, turnIn } from './swap-rules.ts'

const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such offer.' }

export const offerSwap = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  offer: { give: SeenAddress; take: SeenAddress },
): Promise<Result<{ swapId: SwapId }>> =>
  transact(context.db, async (tx) => {
    const found = await rotaIn(context, meetings, tx, actor, circleId)
    if (!found.ok) return found
    const plan = found.value
    const decided = decideOffer(plan, actor.memberId, offer)
    if (!decided.ok) {
      const refusal = await naming(tx, plan.rota, movedOf(plan, offer), decided.refusal)
      return { ok: false, refusal }
    }
    const row = rowOf(context, circleId, actor.memberId, decided.value, offer)
    await insertSwap(tx, row)
    await pin(tx, plan, row)
    await context.journal.append(tx, swapFacts(row, 'open', actor.memberId))
    await followRota(context, tx, meetings, circleId, actor.memberId)
    return accept({ swapId: row.id })
  })

const rowOf = (
  { ids, clock }: Context,
  circleId: CircleId,
  by: MemberId,
  to: MemberId,
  { give, take }: { give: SeenAddress; take: SeenAddress },
): SwapRow => ({
  id: ids.next<'swap'>(),
  circleId,
  by,
  to,
  giveMeetingId: give.meetingId,
  giveRole: give.role,
  takeMeetingId: take.meetingId,
  takeRole: take.role,
  state: 'open',
  before: null,
  offeredAt: clock.now(),
  version: 1,
})

interface Plan {
  rota: Rota
  meetings: ReturnType<typeof meetingsOf>
}

const rotaIn = async (
  context: Context,
  meetings: Meetings,
  tx: Tx,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<Plan>> => {
  const permitted = await permit(tx, actor, 'write', circleId)
  if (!permitted.ok) return permitted
  const rota = await rotaOf(tx, circleId, await meetings.upcoming(tx, circleId), context.clock.now())
  return accept({ rota, meetings: meetingsOf(rota) })
}

/** Of the two turns the one that is not what the asker saw. */
const movedOf = (
  { meetings }: Plan,
  { give, take }: { give: SeenAddress; take: SeenAddress },
): CellAddress => {
  const cell = cellOf(meetings, give)
  return cell?.memberId === give.seen.memberId && cell.version === give.seen.version ? take : give
}

/** While the offer is open both turns stay with whom they have. */
const pin = async (tx: Tx, { rota, meetings }: Plan, row: SwapRow): Promise<void> => {
  const picks = [giveOf(row), takeOf(row)].flatMap((address) => {
    const cell = cellOf(meetings, address)
    if (!cell || cell.memberId === null || cell.decidedBy !== null) return []
    return [{ ...address, circleId: rota.circleId, memberId: cell.memberId }]
  })
  await keepPicks(tx, picks)
}

export const answerSwap = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  { circleId, swapId }: { circleId: CircleId; swapId: SwapId },
  act: SwapAct,
  version: number,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await rotaIn(context, meetings, tx, actor, circleId)
    if (!found.ok) return found
    const swap = await findSwap(tx, circleId, swapId)
    if (swap === undefined) return { ok: false, refusal: ABSENT }
    const { rota } = found.value
    const decided = decideSwap(found.value, actor.memberId, swap, act, version)
    if (!decided.ok) return decided
    if (act === 'accept') await exchange(tx, rota, swap, actor.memberId)
    if (act === 'undo') await restore(tx, swap, actor.memberId)
    const before = act === 'accept' ? { before: JSON.stringify(beforeOf(rota, swap)) } : {}
    await updateSwap(tx, swap, { state: decided.value, ...before })
    await context.journal.append(tx, swapFacts(swap, decided.value, actor.memberId))
    await followRota(context, tx, meetings, circleId, actor.memberId)
    return accept(null)
  })

type Before = Pick<TurnRow, 'decision' | 'memberId' | 'swapId'> | null

const beforeOf = (rota: Rota, swap: SwapRow): [give: Before, take: Before] => {
  const decided = (address: CellAddress): Before => {
    const turn = turnIn(rota, address)
    return turn ? { decision: turn.decision, memberId: turn.memberId, swapId: turn.swapId } : null
  }
  return [decided(giveOf(swap)), decided(takeOf(swap))]
}

const exchange = async (tx: Tx, { circleId }: Rota, swap: SwapRow, decidedBy: MemberId): Promise<void> => {
  const common = { circleId, decision: 'swapped' as const, decidedBy, swapId: swap.id }
  await keepTurn(tx, { ...common, ...giveOf(swap), memberId: swap.to })
  await keepTurn(tx, { ...common, ...takeOf(swap), memberId: swap.by })
}

const restore = async (tx: Tx, swap: SwapRow, decidedBy: MemberId): Promise<void> => {
  const [give, take]: [Before, Before] = JSON.parse(swap.before ?? '[null,null]')
  const nothing = { decision: null, memberId: null, swapId: null }
  const common = { circleId: swap.circleId, decidedBy }
  await keepTurn(tx, { ...common, ...giveOf(swap), ...(give ?? nothing) })
  await keepTurn(tx, { ...common, ...takeOf(swap), ...(take ?? nothing) })
}

/** The two hear what became of their offer; everybody of the circle that the rota changed. */
const swapFacts = ({ id, circleId, by, to }: SwapRow, state: Swap['state'], actor: MemberId): NewFact[] => [
  { name: 'rotation.changed', payload: { circleId }, audience: { circleId }, by: actor },
  {
    name: 'rotation.swap-changed',
    payload: { circleId, swapId: id, by, to, state },
    audience: { members: [by, to] },
    by: actor,
  },
]
