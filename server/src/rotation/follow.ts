import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Roles } from '@rondo/shared/meeting/events.ts'
import type { RotaMeeting } from '@rondo/shared/rotation/model.ts'
import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { cellOf, isSettled, meetingsOf } from './plan-rota.ts'
import { type Meetings, type Rota, rotaOf, type Upcoming } from './rota.ts'
import { deletePicks, giveOf, keepPicks, type PickRow, type SwapRow, takeOf, updateSwap } from './store.ts'

/**
 * Brings everything in line with the plan as it is now: offers that no longer fit lapse, turns that may still change
 * remember whom the plan has, and meetings that are to come note who holds their roles. Done twice it changes nothing.
 */
export const followRota = async (
  context: Context,
  tx: Tx,
  meetings: Meetings,
  circleId: CircleId,
  by: MemberId,
): Promise<void> => {
  const read = async () => rotaOf(tx, circleId, await meetings.upcoming(tx, circleId), context.clock.now())
  let rota = await read()
  if ((await lapse(context, tx, rota, by)) > 0) rota = await read()
  const planned = meetingsOf(rota)
  await rememberPicks(tx, rota, planned)
  await meetings.planRoles(context, tx, changedRoles(rota, planned), by)
}

/** An offer holds while both have what they would exchange. */
const lapse = async (context: Context, tx: Tx, rota: Rota, by: MemberId): Promise<number> => {
  const planned = meetingsOf(rota)
  const fits = (swap: SwapRow): boolean =>
    cellOf(planned, giveOf(swap))?.memberId === swap.by && cellOf(planned, takeOf(swap))?.memberId === swap.to
  const lapsed = rota.swaps.filter((swap) => swap.state === 'open' && !fits(swap))
  for (const swap of lapsed) {
    await updateSwap(tx, swap, { state: 'lapsed' })
    const { id: swapId, circleId } = swap
    const payload = { circleId, swapId, by: swap.by, to: swap.to, state: 'lapsed' as const }
    // Whoever left hears no more of the circle.
    const seated = rota.members.map(({ memberId }) => memberId)
    const audience = { members: [swap.by, swap.to].filter((memberId) => seated.includes(memberId)) }
    await context.journal.append(tx, [{ name: 'rotation.swap-changed', payload, audience, by }])
  }
  return lapsed.length
}

const rememberPicks = async (tx: Tx, rota: Rota, planned: readonly RotaMeeting[]): Promise<void> => {
  const before = new Map(rota.picks.map((pick) => [`${pick.meetingId} ${pick.role}`, pick]))
  const news: PickRow[] = []
  const gone: PickRow[] = []
  for (const { meetingId, startsAt, cells } of planned) {
    for (const { role, memberId, decidedBy, swapId } of cells) {
      if (meetingId === null || decidedBy !== null || swapId !== null) continue
      const pick = before.get(`${meetingId} ${role}`)
      if (pick && (isSettled(rota, startsAt) || pick.memberId === memberId)) continue
      if (memberId !== null) news.push({ circleId: rota.circleId, meetingId, role, memberId })
      else if (pick) gone.push(pick)
    }
  }
  await keepPicks(tx, news)
  await deletePicks(tx, gone)
}

const changedRoles = ({ upcoming }: Rota, planned: readonly RotaMeeting[]) =>
  planned.flatMap((meeting) => {
    const known = upcoming.find(({ meetingId }) => meetingId === meeting.meetingId)
    const roles = rolesIn(meeting)
    return known && !areSame(known, roles) ? [{ meetingId: known.meetingId, roles }] : []
  })

/** The roles of a meeting as its log names them. */
export const rolesIn = ({ cells }: Pick<RotaMeeting, 'cells'>): Roles => ({
  facilitator: null,
  presenter: null,
  'note-taker': null,
  ...Object.fromEntries(cells.map(({ role, memberId }) => [role, memberId])),
})

const areSame = ({ roles }: Upcoming, others: Roles): boolean =>
  Object.keys(roles).length === Object.keys(others).length &&
  Object.entries(others).every(([role, memberId]) => roles[role] === memberId)
