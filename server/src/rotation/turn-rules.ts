import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Cell, Decision, Pass, RotaMeeting, SeenCell } from '@rondo/shared/rotation/model.ts'
import { whyNot } from './eligibility.ts'
import type { Rota } from './rota.ts'

export type TurnAct =
  | { type: 'accept' | 'decline' | 'skip' | 'volunteer' | 'release' }
  | { type: 'assign'; memberId: MemberId }

/** Who asks about which turn, in which plan. */
export interface TurnScene {
  rota: Rota
  meetings: readonly RotaMeeting[]
  meeting: RotaMeeting
  cell: Cell
  actor: MemberId
}

/** What becomes of the turn; null: nothing, it is so already. */
export interface TurnChange {
  decision: Decision | null
  memberId: MemberId | null
  /** Who passes it on. */
  pass?: Pass
  /** Whose earlier passing on is taken back. */
  unpass?: MemberId
}

type Decided = Result<TurnChange | null>

const ACCEPTABLE = new Set<Cell['state']>(['proposed', 'assigned'])

/** What a command does to a turn, or why it does not. Pure: the same plan and command give the same answer. */
export const decideTurn = (scene: TurnScene, act: TurnAct, seen: SeenCell): Decided => {
  const { cell } = scene
  if (cell.version !== seen.version || cell.memberId !== seen.memberId) return moved()
  switch (act.type) {
    case 'accept':
      return ifHolder(scene, () =>
        accept(ACCEPTABLE.has(cell.state) ? { decision: 'accepted', memberId: cell.memberId } : null),
      )
    case 'decline':
      return ifHolder(scene, (memberId) => accept(passing({ memberId, kind: 'declined' })))
    case 'skip':
      return skip(scene)
    case 'volunteer':
      return volunteer(scene)
    case 'assign':
      return assign(scene, act.memberId)
    case 'release':
      return release(scene)
  }
}

const passing = (pass: Pass): TurnChange => ({ decision: null, memberId: null, pass })

const skip = ({ rota, cell, actor }: TurnScene): Decided => {
  const { memberId } = cell
  if (memberId === null) return refuse('conflict', 'Nobody has this turn.', { reason: 'rotation.nobody' })
  if (memberId !== actor && !isHost(rota, actor)) return notYours()
  return accept(passing({ memberId, kind: 'skipped' }))
}

const volunteer = ({ rota, meetings, meeting, cell, actor }: TurnScene): Decided => {
  const { state, memberId, role } = cell
  if (memberId === actor) return accept(state === 'proposed' ? { decision: 'accepted', memberId } : null)
  if (state !== 'open' && state !== 'proposed' && state !== 'left-open') {
    return refuse('conflict', 'Somebody has said yes to this turn. Offer them a swap.', {
      reason: 'rotation.turn-taken',
    })
  }
  const not = whyNot({ rota, meetings, meeting, role }, actor, 'oneself')
  return not ? no(not) : accept({ decision: 'volunteered', memberId: actor, unpass: actor })
}

const assign = ({ rota, meetings, meeting, cell, actor }: TurnScene, memberId: MemberId): Decided => {
  if (!isHost(rota, actor)) return notHost()
  const not = whyNot({ rota, meetings, meeting, role: cell.role }, memberId, 'another')
  if (not) return no(not)
  return accept(
    cell.state === 'assigned' && cell.memberId === memberId
      ? null
      : { decision: 'assigned', memberId, unpass: memberId },
  )
}

/** One's own word, or one's own naming of somebody; a host anybody's. */
const release = ({ rota, cell, actor }: TurnScene): Decided => {
  if (cell.decidedBy === null) return accept(null)
  if (cell.state === 'swapped') {
    return refuse('conflict', 'This turn was swapped. Undo the swap.', { reason: 'rotation.swapped' })
  }
  if (![cell.memberId, cell.decidedBy].includes(actor) && !isHost(rota, actor)) return notYours()
  return accept({ decision: null, memberId: null })
}

const ifHolder = ({ cell, actor }: TurnScene, then: (holder: MemberId) => Decided): Decided =>
  cell.memberId === actor ? then(actor) : notYours()

export const isHost = ({ members }: Rota, memberId: MemberId): boolean =>
  members.some((one) => one.memberId === memberId && one.isHost)

const moved = (): Decided =>
  refuse('conflict', 'This turn changed meanwhile.', { reason: 'rotation.turn-moved' })

const notYours = (): Decided =>
  refuse('forbidden', 'This is somebody else’s turn.', { reason: 'rotation.not-yours' })

const notHost = (): Decided =>
  refuse('forbidden', 'Only a host of the circle names somebody.', { reason: 'rotation.not-host' })

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
