import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { nextTurn, type Round } from '@rondo/shared/meeting/floor.ts'
import type { RsvpAnswer } from '@rondo/shared/meeting/model.ts'
import type { SeatState } from '../../ui/ring/ring-seat.tsx'

/** More people than this are a number, not seats. */
const MOST_SEATS = 12

/** A round as the ring shows it. */
export interface RoundView {
  readonly seats: readonly { readonly id: MemberId; readonly state: SeatState }[]
  readonly rest: number
  readonly lit: number | null
  readonly next: number | null
  /** The seat the round began with. */
  readonly from: number | null
  /** Whose turn it is after this one, as things are now. */
  readonly nextUp: MemberId | null
  /** In the round, and not in the room. */
  readonly absent: readonly MemberId[]
  /** Who said that they answer in their own time, and is not in the room. */
  readonly ownTime: readonly MemberId[]
}

interface Sight {
  readonly round: Round
  readonly facilitator: MemberId | null
  readonly here: ReadonlySet<MemberId>
  readonly rsvps: readonly { readonly memberId: MemberId; readonly answer: RsvpAnswer }[]
}

/** The facilitator's seat is on top, the others follow as the round goes; nobody ever changes their seat. */
export function viewOfRound({ round, facilitator, here, rsvps }: Sight): RoundView {
  const ownTime = rsvps
    .filter(({ memberId, answer }) => answer === 'own-time' && !here.has(memberId))
    .map(({ memberId }) => memberId)
    .filter((id) => !round.seats.includes(id))
  const top = Math.max(0, facilitator === null ? 0 : round.seats.indexOf(facilitator))
  const table = [...round.seats.slice(top), ...round.seats.slice(0, top), ...ownTime]
  const nextUp = nextTurn(round, here).to
  const shown = table.length <= MOST_SEATS ? table : nearest(table, round.holder ?? nextUp)
  const at = (id: MemberId | null | undefined) => {
    const index = id ? shown.indexOf(id) : -1
    return index < 0 ? null : index
  }
  const absent = round.seats.filter(
    (id) => !here.has(id) && (round.absent.includes(id) || round.waiting.includes(id)),
  )
  const stateOf = (id: MemberId): SeatState => {
    if (round.had.includes(id) || id === round.holder) return 'present'
    return ownTime.includes(id) || absent.includes(id) ? 'away' : 'waiting'
  }
  return {
    seats: shown.map((id) => ({ id, state: stateOf(id) })),
    rest: table.length - shown.length,
    lit: at(round.holder),
    next: round.holder === null ? null : at(nextUp),
    from: at(round.seats[0]),
    nextUp,
    absent,
    ownTime,
  }
}

/** In a large room: the seats round whoever has the word, half of them before it and half after. */
function nearest(table: readonly MemberId[], lit: MemberId | null): MemberId[] {
  const index = Math.max(0, lit === null ? 0 : table.indexOf(lit))
  const from = Math.min(Math.max(0, index - MOST_SEATS / 2), table.length - MOST_SEATS)
  return table.slice(from, from + MOST_SEATS)
}
