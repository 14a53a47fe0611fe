import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { holderOf } from '@rondo/shared/meeting/events.ts'
import {
  type Cell,
  type CellAddress,
  type CircleRole,
  isMeantBy,
  type Role,
  type RotaMeeting,
  type Swap,
  type Turn,
} from '@rondo/shared/rotation/model.ts'
import {
  type Occurrence,
  type PlannedMeeting,
  type PlannedTurn,
  planRota,
  type Touch,
} from '@rondo/shared/rotation/plan.ts'
import { isSettledAt } from '@rondo/shared/rotation/settling.ts'
import { dayInZone } from './day-in-zone.ts'
import type { Rota, Upcoming } from './rota.ts'
import { giveOf, type SwapRow, type TurnRow, takeOf } from './store.ts'

const FEWEST = 4

/** The meetings that are to come with the cell of every role; always four at least, the last of them without a date. */
export const meetingsOf = (rota: Rota): RotaMeeting[] => {
  const known = new Touches(rota)
  const dated = rota.upcoming.map((meeting) => occurrenceOf(rota, known, meeting))
  const coming = rota.upcoming.filter(({ isLive }) => !isLive).length
  const undated = Array.from({ length: FEWEST - coming }, () => ({
    meetingId: null,
    startsAt: null,
    day: null,
  }))
  return planRota({ ...rota, roles: rota.roles.map(({ role }) => role), occurrences: [...dated, ...undated] })
    .slice(dated.length - coming)
    .map((planned) => toMeeting(rota, known, planned))
}

/** Who leads the next four meetings, as far as somebody does. */
export const leadersOf = (meetings: readonly RotaMeeting[]): Turn[] =>
  meetings.slice(0, FEWEST).flatMap(({ meetingId, startsAt, cells }) => {
    const cell = cells.find(({ role }) => role === 'facilitator')
    return cell?.memberId ? [{ meetingId, startsAt, memberId: cell.memberId, reason: cell.reason }] : []
  })

export const cellOf = (
  meetings: readonly RotaMeeting[],
  { meetingId, role }: CellAddress,
): Cell | undefined =>
  meetings.find((meeting) => meeting.meetingId === meetingId)?.cells.find((cell) => cell.role === role)

export const isSettled = (rota: Pick<Rota, 'now' | 'missed'>, startsAt: number | null): boolean =>
  startsAt !== null && isSettledAt(startsAt, rota)

/** What is known about single turns, by meeting and role. */
class Touches {
  readonly turns: ReadonlyMap<string, TurnRow>
  readonly picks: ReadonlyMap<string, MemberId>
  readonly offers: ReadonlyMap<string, SwapRow>
  readonly #swaps: ReadonlyMap<Swap['id'], SwapRow>
  readonly #passes: ReadonlyMap<string, readonly { memberId: MemberId; kind: 'declined' | 'skipped' }[]>

  constructor(rota: Rota) {
    const byCell = <T extends CellAddress, V>(rows: readonly T[], value: (row: T) => V) =>
      new Map(rows.map((row) => [keyOf(row), value(row)]))
    this.turns = byCell(rota.turns, (row) => row)
    this.picks = byCell(rota.picks, ({ memberId }) => memberId)
    this.offers = new Map(
      rota.swaps
        .filter(({ state }) => state === 'open')
        .flatMap((row) => [giveOf(row), takeOf(row)].map((cell) => [keyOf(cell), row] as const)),
    )
    this.#swaps = new Map(rota.swaps.map((row) => [row.id, row]))
    this.#passes = Map.groupBy(rota.passes, keyOf)
  }

  passed(cell: CellAddress): { memberId: MemberId; kind: 'declined' | 'skipped' }[] {
    return (this.#passes.get(keyOf(cell)) ?? []).map(({ memberId, kind }) => ({ memberId, kind }))
  }

  touch(cell: CellAddress, isNear: boolean): Touch {
    const key = keyOf(cell)
    const turn = this.turns.get(key)
    const picked = isNear || this.offers.has(key) ? this.picks.get(key) : undefined
    const passed = this.passed(cell).map(({ memberId }) => memberId)
    return {
      ...(turn?.decision === 'left-open' ? { leftOpen: true as const } : {}),
      ...heldIn(turn, this.#swaps),
      ...(picked === undefined ? {} : { settled: picked }),
      ...(passed.length === 0 ? {} : { passed }),
    }
  }
}

const keyOf = ({ meetingId, role }: CellAddress): string => `${meetingId} ${role}`

const heldIn = (turn: TurnRow | undefined, swaps: ReadonlyMap<Swap['id'], SwapRow>): Pick<Touch, 'held'> => {
  if (!turn?.decision || turn.decision === 'left-open' || turn.memberId === null) return {}
  const { decision: as, memberId, swapId } = turn
  const swap = swapId === null ? undefined : swaps.get(swapId)
  const other = swap && (swap.by === memberId ? swap.to : swap.by)
  return { held: { memberId, as, ...(other === undefined ? {} : { with: other }) } }
}

const occurrenceOf = (rota: Rota, known: Touches, meeting: Upcoming): Occurrence => {
  const { meetingId, startsAt, timeZone, isLive } = meeting
  const isNear = isSettled(rota, startsAt)
  const touches = rota.roles.map((one) => {
    const { role } = one
    if (isLive) return [role, heldLive(meeting, role)] as const
    const touch = known.touch({ meetingId, role }, isNear)
    return [role, isWanted(meeting, one) ? touch : { ...touch, notNeeded: true as const }] as const
  })
  return { meetingId, startsAt, day: dayInZone(timeZone, startsAt), isLive, touched: new Map(touches) }
}

/** Whether the format of the meeting has this role; everybody leads in some way, so a facilitator is always wanted. */
const isWanted = ({ wanted }: Upcoming, one: CircleRole): boolean =>
  wanted === null || one.role === 'facilitator' || wanted.some((named) => isMeantBy(named, one))

/** In a meeting that began, its log says who holds a role. */
const heldLive = ({ roles }: Upcoming, role: Role): Touch => {
  const memberId = holderOf(roles, role)
  return memberId === null ? {} : { held: { memberId, as: 'assigned' } }
}

const toMeeting = (rota: Rota, known: Touches, { turns, ...meeting }: PlannedMeeting): RotaMeeting => {
  const { meetingId, startsAt, day } = meeting
  const away = rota.away.filter(({ from, to }) => day !== null && from <= day && day <= to)
  return {
    ...meeting,
    isSettled: isSettled(rota, startsAt),
    away: [...new Set(away.map(({ memberId }) => memberId))],
    cells: turns.map((turn) => toCell(known, meetingId, turn)),
  }
}

const toCell = (
  known: Touches,
  meetingId: MeetingId | null,
  { role, memberId, reason, isHeld }: PlannedTurn,
): Cell => {
  const bare = {
    role,
    memberId,
    reason,
    state: memberId === null ? ('open' as const) : ('proposed' as const),
  }
  if (meetingId === null) return { ...bare, decidedBy: null, passed: [], swapId: null, version: 0 }
  const address = { meetingId, role }
  const turn = known.turns.get(keyOf(address))
  return {
    ...bare,
    ...(isHeld && turn?.decision ? { state: turn.decision } : {}),
    decidedBy: isHeld ? (turn?.decidedBy ?? null) : null,
    passed: known.passed(address),
    swapId: known.offers.get(keyOf(address))?.id ?? null,
    version: turn?.version ?? 0,
  }
}
