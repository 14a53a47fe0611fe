import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Cell, RotaMeeting, Rotation } from '@rondo/shared/rotation/model.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { talliesOf } from './ledger.ts'
import { leadersOf, meetingsOf } from './plan-rota.ts'
import { type Meetings, type Rota, rotaOf } from './rota.ts'
import { toSwap } from './store.ts'

const FEWEST = 4

export const readRotation = async (
  { db, clock }: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  count = FEWEST,
): Promise<Result<Rotation>> => {
  const permitted = await permit(db.read, actor, 'read', circleId)
  if (!permitted.ok) return permitted
  const upcoming = await meetings.upcoming(db.read, circleId)
  const rota = await rotaOf(db.read, circleId, upcoming, clock.now())
  const planned = meetingsOf(rota).slice(0, Math.max(FEWEST, count))
  const common = { roles: [...rota.roles], turns: leadersOf(planned) }
  // Who served, who is away and who said no is for the circle itself; an open circle shows others only who comes next.
  return may(actor, 'belong', permitted.value)
    ? accept({ ...common, meetings: planned, ...inside(rota) })
    : accept({ ...common, meetings: planned.map(seenFromOutside), ...NOTHING })
}

const inside = ({ away, stances, swaps, ledger }: Rota) => ({
  away: [...away],
  stances: [...stances],
  swaps: swaps.map(toSwap),
  ledger: ledger.toReversed(),
  tallies: talliesOf(ledger),
})

const NOTHING = { away: [], stances: [], swaps: [], ledger: [], tallies: [] }

const seenFromOutside = (meeting: RotaMeeting): RotaMeeting => ({
  ...meeting,
  away: [],
  cells: meeting.cells.map((cell): Cell => ({ ...cell, decidedBy: null, passed: [], swapId: null })),
})
