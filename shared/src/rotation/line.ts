import type { MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { Role, Service } from './model.ts'
import type { Candidate } from './plan.ts'

/** A turn that somebody had or will have by then. */
interface LastTurn {
  /** Its place among all turns, past and planned. */
  place: number
  at: Instant | null
}

/** Who stands where in the line of each role: never before long ago, long ago before lately (ROTA-1 to ROTA-3). */
export class Line {
  readonly #last = new Map<Role, Map<MemberId, LastTurn>>()
  readonly #byJoining: ReadonlyMap<MemberId, number>
  #turns = 0

  constructor(
    members: readonly Candidate[],
    ledger: readonly Pick<Service, 'memberId' | 'role' | 'servedAt'>[],
  ) {
    const sorted = members.toSorted((a, b) => a.joinedAt - b.joinedAt || (a.memberId < b.memberId ? -1 : 1))
    this.#byJoining = new Map(sorted.map(({ memberId }, index) => [memberId, index]))
    for (const { role, memberId, servedAt } of ledger) this.serve(role, memberId, servedAt)
  }

  /** Notes a turn, which sends its holder to the end of the line. */
  serve(role: Role, memberId: MemberId, at: Instant | null): void {
    const ofRole = this.#last.get(role) ?? new Map<MemberId, LastTurn>()
    this.#last.set(role, ofRole.set(memberId, { place: this.#turns++, at }))
  }

  lastTurn(role: Role, memberId: MemberId): LastTurn | undefined {
    return this.#last.get(role)?.get(memberId)
  }

  compare(role: Role, a: MemberId, b: MemberId): number {
    const placeOf = (memberId: MemberId) => this.lastTurn(role, memberId)?.place ?? -1
    const joined = (memberId: MemberId) => this.#byJoining.get(memberId) ?? 0
    return placeOf(a) - placeOf(b) || joined(a) - joined(b)
  }
}
