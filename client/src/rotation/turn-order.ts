import type { Seat } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Role, Service, Turn } from '@rondo/shared/rotation/model.ts'

type Served = Pick<Service, 'memberId' | 'role' | 'servedAt'>

/**
 * Everybody of the circle in the order in which they will hold a role: the planned turns first, then the others by how
 * long ago they held it (never is longest), ties by joining. The ring and the ledger both stand in this order.
 */
export const turnOrder = (
  turns: readonly Pick<Turn, 'memberId'>[],
  seats: readonly Pick<Seat, 'memberId' | 'joinedAt'>[],
  ledger: readonly Served[],
  role: Role = 'facilitator',
): MemberId[] => {
  const last = lastServed(ledger, role)
  const rest = seats
    .toSorted(
      (a, b) =>
        (last.get(a.memberId) ?? 0) - (last.get(b.memberId) ?? 0) ||
        a.joinedAt - b.joinedAt ||
        (a.memberId < b.memberId ? -1 : 1),
    )
    .map((seat) => seat.memberId)
  const seated = new Set(rest)
  return [...new Set([...turns.map((turn) => turn.memberId).filter((id) => seated.has(id)), ...rest])]
}

const lastServed = (ledger: readonly Served[], of: Role) => {
  const last = new Map<MemberId, number>()
  for (const { memberId, role, servedAt } of ledger) {
    if (role === of) last.set(memberId, Math.max(last.get(memberId) ?? 0, servedAt))
  }
  return last
}
