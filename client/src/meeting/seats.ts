import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { ROLES } from '@rondo/shared/rotation/model.ts'
import type { SeatState } from '../ui/ring/ring-seat.tsx'
import type { Room } from './room.ts'

/** More people than this are a number, not seats: a brown-bag. */
const MOST_SEATS = 12

interface SeatInRoom {
  readonly id: MemberId
  readonly state: SeatState
}

interface Sight extends Pick<Room, 'meeting' | 'state' | 'onlooker'> {
  readonly here: ReadonlySet<MemberId>
}

/** The seats to draw, in the order of the circle so that nobody jumps, and how many people are left over. */
export function seatsInRoom({ meeting, state, onlooker, here }: Sight): {
  seated: SeatInRoom[]
  rest: number
} {
  const away = new Set(meeting.rsvps.filter((one) => one.answer !== 'there').map((one) => one.memberId))
  const everyone = [...new Set([...onlooker.seated, ...here])]
  const holders = new Set(ROLES.map((role) => state.roles[role]))
  const rank = (id: MemberId) => (holders.has(id) ? 0 : here.has(id) ? 1 : 2)
  const chosen =
    everyone.length <= MOST_SEATS
      ? everyone
      : everyone.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_SEATS)
  const seated = chosen.map((id): SeatInRoom => {
    if (here.has(id)) return { id, state: 'present' }
    return { id, state: away.has(id) ? 'away' : 'waiting' }
  })
  return { seated, rest: everyone.length - chosen.length }
}
