import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Cell, CellAddress, RotaMeeting, SeenCell } from '@rondo/shared/rotation/model.ts'
import { whyNot } from './eligibility.ts'
import type { Rota } from './rota.ts'
import { giveOf, type SwapRow, type TurnRow, takeOf } from './store.ts'
import { isHost } from './turn-rules.ts'

export type SeenAddress = CellAddress & { seen: SeenCell }

interface Plan {
  rota: Rota
  meetings: readonly RotaMeeting[]
}

interface Place {
  meeting: RotaMeeting
  cell: Cell
}

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })

/** The turn of a plan, unless its meeting began, is over, or never was, or the circle has no such role. */
export const placeOf = ({ rota, meetings }: Plan, { meetingId, role }: CellAddress): Result<Place> => {
  if (!rota.roles.some((one) => one.role === role)) {
    const errors = [{ field: 'role', detail: 'is not a role of this circle' }]
    return refuse('invalid', 'This circle has no such role.', { errors, reason: 'rotation.unknown-role' })
  }
  const meeting = meetings.find((one) => one.meetingId === meetingId)
  const cell = meeting?.cells.find((one) => one.role === role)
  if (!meeting || !cell) {
    return refuse('conflict', 'This meeting has begun, is over or was cancelled.', {
      reason: 'rotation.not-to-come',
    })
  }
  return accept({ meeting, cell })
}

/** Whether somebody may offer their turn for another's; answers whose that is. */
export const decideOffer = (
  plan: Plan,
  actor: MemberId,
  { give, take }: { give: SeenAddress; take: SeenAddress },
): Result<MemberId> => {
  const from = seenPlace(plan, give)
  if (!from.ok) return from
  const into = seenPlace(plan, take)
  if (!into.ok) return into
  if (from.value.cell.memberId !== actor)
    return refuse('forbidden', 'Only one’s own turn can be offered.', { reason: 'rotation.not-yours' })
  const other = into.value.cell.memberId
  if (other === null || other === actor)
    return refuse('conflict', 'A swap needs somebody else’s turn.', { reason: 'rotation.nobody' })
  if (from.value.cell.swapId !== null || into.value.cell.swapId !== null)
    return refuse('conflict', 'One of the two turns is in another offer. Wait for its answer.', {
      reason: 'rotation.swap-open',
    })
  const not = whyNoExchange(plan, from.value, into.value)
  return not ? no(not) : accept(other)
}

/** Each must be able to take what they would get. */
const whyNoExchange = (plan: Plan, give: Place, take: Place): Refusal | undefined => {
  const { memberId: by } = give.cell
  const { memberId: to } = take.cell
  if (by === null || to === null) return undefined
  return (
    whyNot({ ...plan, meeting: take.meeting, role: take.cell.role }, by, 'oneself') ??
    whyNot({ ...plan, meeting: give.meeting, role: give.cell.role }, to, 'another')
  )
}

const seenPlace = (plan: Plan, { seen, ...address }: SeenAddress): Result<Place> => {
  const place = placeOf(plan, address)
  if (!place.ok) return place
  const { cell } = place.value
  return cell.version === seen.version && cell.memberId === seen.memberId
    ? place
    : refuse('conflict', 'This turn changed meanwhile.', { reason: 'rotation.turn-moved' })
}

export type SwapAct = 'accept' | 'decline' | 'withdraw' | 'undo'

const NEXT = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', undo: 'undone' } as const

/** What an answer to an offer makes of it, or why it comes too late. */
export const decideSwap = (
  plan: Plan,
  actor: MemberId,
  swap: SwapRow,
  act: SwapAct,
  version: number,
): Result<(typeof NEXT)[SwapAct]> => {
  if (!mayAnswer(plan.rota, actor, swap, act))
    return refuse('forbidden', 'This offer is between two others.', { reason: 'rotation.not-yours' })
  if (swap.state !== (act === 'undo' ? 'accepted' : 'open') || swap.version !== version)
    return no(tooLate(swap.state))
  const not =
    act === 'accept' ? whyNotAccept(plan, swap) : act === 'undo' ? whyNotUndo(plan, swap) : undefined
  return not ? no(not) : accept(NEXT[act])
}

const mayAnswer = (rota: Rota, actor: MemberId, { by, to }: SwapRow, act: SwapAct): boolean => {
  switch (act) {
    case 'accept':
    case 'decline':
      return actor === to
    case 'withdraw':
      return actor === by
    case 'undo':
      return actor === by || actor === to || isHost(rota, actor)
  }
}

const WORDS: Record<SwapRow['state'], string> = {
  open: 'This offer changed meanwhile.',
  accepted: 'This offer was accepted already.',
  declined: 'This offer was declined already.',
  withdrawn: 'This offer was taken back.',
  undone: 'This swap was undone already.',
  lapsed: 'This offer lapsed: one of the two turns is somebody else’s by now.',
}

const tooLate = (state: SwapRow['state']): Refusal =>
  refuse('conflict', WORDS[state], { reason: `rotation.swap-${state}` }).refusal

const whyNotAccept = (plan: Plan, swap: SwapRow): Refusal | undefined => {
  const give = placeOf(plan, giveOf(swap))
  const take = placeOf(plan, takeOf(swap))
  if (!give.ok) return give.refusal
  if (!take.ok) return take.refusal
  if (give.value.cell.memberId !== swap.by || take.value.cell.memberId !== swap.to) return tooLate('lapsed')
  return whyNoExchange(plan, give.value, take.value)
}

/** Both turns must be what the swap made of them, in meetings that are still to come. */
const whyNotUndo = (plan: Plan, swap: SwapRow): Refusal | undefined => {
  for (const address of [giveOf(swap), takeOf(swap)]) {
    const place = placeOf(plan, address)
    if (!place.ok) return place.refusal
    if (turnIn(plan.rota, address)?.swapId !== swap.id)
      return refuse('conflict', 'One of the two turns was changed since.', { reason: 'rotation.turn-moved' })
        .refusal
  }
  return undefined
}

export const turnIn = ({ turns }: Rota, { meetingId, role }: CellAddress): TurnRow | undefined =>
  turns.find((row) => row.meetingId === meetingId && row.role === role)
