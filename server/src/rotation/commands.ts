import type { Actor } from '@rondo/shared/account/model.ts'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { CellAddress, Decision, SeenCell } from '@rondo/shared/rotation/model.ts'
import { NOWHERE, nameOf, permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { NewFact } from '../journal/journal.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { whyNot } from './eligibility.ts'
import { followRota } from './follow.ts'
import { meetingsOf } from './plan-rota.ts'
import { type Meetings, type Rota, rotaOf } from './rota.ts'
import { deletePass, keepPass, keepTurn } from './store.ts'
import { placeOf, turnIn } from './swap-rules.ts'
import { decideTurn, type TurnAct, type TurnChange } from './turn-rules.ts'

const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such meeting.' }

/** Carries a command to one turn; everything that follows from it happens in the same transaction. */
export const commandTurn = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  address: CellAddress,
  act: TurnAct,
  seen: SeenCell,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await rotaFor(context, meetings, tx, actor, address.meetingId)
    if (!found.ok) return found
    const rota = found.value
    const planned = meetingsOf(rota)
    const place = placeOf({ rota, meetings: planned }, address)
    if (!place.ok) return place
    const scene = { ...place.value, rota, meetings: planned, actor: actor.memberId }
    const decided = decideTurn(scene, act, seen)
    if (!decided.ok) return { ok: false, refusal: await naming(tx, rota, address, decided.refusal) }
    if (decided.value === null) return accept(null)
    await change(context, tx, rota, address, decided.value, actor.memberId)
    await context.journal.append(tx, factsOf(rota, address, decided.value, actor.memberId))
    await followRota(context, tx, meetings, rota.circleId, actor.memberId)
    return accept(null)
  })

const rotaFor = async (
  context: Context,
  meetings: Meetings,
  tx: Tx,
  actor: Actor,
  id: MeetingId,
): Promise<Result<Rota>> => {
  const circleId = await meetings.circleOf(tx, id)
  // Asked where there is no meeting, too: how long it takes must not tell absent from forbidden.
  const permitted = await permit(tx, actor, 'write', circleId ?? NOWHERE, ABSENT)
  if (!permitted.ok) return permitted
  if (circleId === undefined) return { ok: false, refusal: ABSENT }
  return accept(await rotaOf(tx, circleId, await meetings.upcoming(tx, circleId), context.clock.now()))
}

const change = async (
  context: Context,
  tx: Tx,
  { circleId }: Rota,
  address: CellAddress,
  { decision, memberId, pass, unpass }: TurnChange,
  decidedBy: MemberId,
): Promise<void> => {
  if (pass) await keepPass(tx, { ...address, ...pass, circleId, at: context.clock.now() })
  if (unpass) await deletePass(tx, address, unpass)
  await keepTurn(tx, { ...address, circleId, decision, memberId, decidedBy })
}

const factsOf = (
  { circleId, members }: Rota,
  address: CellAddress,
  { decision, memberId, pass }: TurnChange,
  by: MemberId,
): NewFact[] => [
  { name: 'rotation.changed', payload: { circleId }, audience: { circleId }, by },
  {
    name: 'rotation.turn-decided',
    payload: { ...address, circleId, memberId, decision: decision ?? pass?.kind ?? 'released', by },
    audience: { members: members.map((one) => one.memberId) },
    by,
  },
]

/** Whoever came too late is told who was faster. */
export const naming = async (
  reader: Reader,
  rota: Rota,
  address: CellAddress,
  refusal: Refusal,
): Promise<Refusal> => {
  if (refusal.reason !== 'rotation.turn-moved') return refusal
  const turn = turnIn(rota, address)
  if (turn === undefined) return { ...refusal, detail: `${refusal.detail} The rota moved on.` }
  return { ...refusal, detail: `${refusal.detail} It was ${await nameOf(reader, turn.decidedBy)}.` }
}

/** Why somebody cannot be given a turn by what a higher room does; undefined also where it is no turn of the rota. */
export const whyNotHanded = async (
  { clock }: Pick<Context, 'clock'>,
  reader: Reader,
  meetings: Meetings,
  address: CellAddress,
  { memberId, by }: { memberId: MemberId; by: MemberId },
): Promise<Refusal | undefined> => {
  const circleId = await meetings.circleOf(reader, address.meetingId)
  if (circleId === undefined) return undefined
  const rota = await rotaOf(reader, circleId, await meetings.upcoming(reader, circleId), clock.now())
  const planned = meetingsOf(rota)
  const place = placeOf({ rota, meetings: planned }, address)
  if (!place.ok) return undefined
  const scene = { rota, meetings: planned, meeting: place.value.meeting, role: address.role }
  return whyNot(scene, memberId, memberId === by ? 'oneself' : 'another')
}

/** For what the server or a higher room decides about a turn: a hand-over before the start, an open mic. */
export const settleTurn = async (
  context: Context,
  tx: Tx,
  meetings: Meetings,
  address: CellAddress,
  { decision, memberId }: { decision: Decision; memberId: MemberId | null },
  by: MemberId,
): Promise<void> => {
  const circleId = await meetings.circleOf(tx, address.meetingId)
  if (circleId === undefined) return
  await keepTurn(tx, { ...address, circleId, decision, memberId, decidedBy: by })
  await context.journal.append(tx, [
    { name: 'rotation.changed', payload: { circleId }, audience: { circleId }, by },
  ])
  await followRota(context, tx, meetings, circleId, by)
}
