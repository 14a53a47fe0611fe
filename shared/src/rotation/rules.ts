import type { MemberId } from '../kernel/id.ts'
import type { Role } from './model.ts'
import type { Occurrence, PlanInput, Touch } from './plan.ts'

const NOTHING: Touch = {}

/** Who may take which turn of a plan, whatever their place in the line. */
export class Rules {
  readonly roles: readonly Role[]
  readonly members: readonly MemberId[]
  readonly #input: PlanInput
  readonly #seated: ReadonlySet<MemberId>
  /** From which meeting of the plan on somebody has been to one; absent: not within the plan. */
  readonly #metFrom: ReadonlyMap<MemberId, number>
  readonly #anyoneMetFrom: number
  /** By role and member, the meetings of the plan in which they have a turn that stands. */
  readonly #promises: ReadonlyMap<Role, ReadonlyMap<MemberId, readonly number[]>>

  readonly #away: readonly ReadonlySet<MemberId>[]

  constructor(input: PlanInput) {
    this.#input = input
    this.roles = input.roles
    this.members = input.members.map(({ memberId }) => memberId)
    this.#seated = new Set(this.members)
    this.#away = input.occurrences.map(({ day }) => awayOn(input.away, day))
    this.#metFrom = new Map(
      input.members.flatMap(({ memberId, hasAttended }) => {
        if (hasAttended) return [[memberId, 0] as const]
        const first = this.#away.findIndex((absent) => !absent.has(memberId))
        return first < 0 ? [] : [[memberId, first + 1] as const]
      }),
    )
    this.#anyoneMetFrom = Math.min(...this.#metFrom.values())
    this.#promises = new Map(input.roles.map((role) => [role, this.#promisesOf(role)]))
  }

  occurrence(index: number): Occurrence {
    const occurrence = this.#input.occurrences[index]
    if (occurrence === undefined) throw new Error('There is no such meeting in the plan')
    return occurrence
  }

  touch(index: number, role: Role): Touch {
    return this.occurrence(index).touched?.get(role) ?? NOTHING
  }

  isAway(memberId: MemberId, index: number): boolean {
    return this.#away[index]?.has(memberId) ?? false
  }

  /** Whether the role may be proposed to them there: ROTA-12, and what is asked of everybody. */
  mayTake(memberId: MemberId, index: number, role: Role): boolean {
    return this.isEligible(memberId, index, role) && !this.touch(index, role).passed?.includes(memberId)
  }

  /** ROTA-4, ROTA-10, ROTA-11. */
  isEligible(memberId: MemberId, index: number, role: Role): boolean {
    return (
      this.isHere(memberId, index) &&
      !this.#refuses(memberId, index, role) &&
      this.isSeasoned(memberId, index, role)
    )
  }

  isHere(memberId: MemberId, index: number): boolean {
    return this.#seated.has(memberId) && !this.isAway(memberId, index)
  }

  /** ROTA-4 and its exception, ROTA-5: somebody leads even when everyone is new. */
  isSeasoned(memberId: MemberId, index: number, role: Role): boolean {
    return role !== 'facilitator' || this.hasMet(memberId, index) || this.areAllNew(index)
  }

  areAllNew(index: number): boolean {
    return index < this.#anyoneMetFrom
  }

  hasMet(memberId: MemberId, index: number): boolean {
    return (this.#metFrom.get(memberId) ?? Number.POSITIVE_INFINITY) <= index
  }

  /** ROTA-14: whether their turn in this role stands in a meeting before the next round of `round` people ends. */
  isPromised(memberId: MemberId, index: number, role: Role, round: number): boolean {
    const ahead = this.#promises.get(role)?.get(memberId) ?? []
    return ahead.some((then) => then > index && then - index < round - 1)
  }

  #refuses(memberId: MemberId, index: number, role: Role): boolean {
    const { day } = this.occurrence(index)
    return this.#input.stances.some(
      (one) =>
        one.memberId === memberId &&
        one.role === role &&
        (one.kind === 'opted-out' || one.until === null || (day !== null && day < one.until)),
    )
  }

  #promisesOf(role: Role): Map<MemberId, number[]> {
    const promises = new Map<MemberId, number[]>()
    for (const index of this.#input.occurrences.keys()) {
      const { held, settled } = this.touch(index, role)
      const promised = held?.memberId ?? settled
      if (promised === undefined || !this.isHere(promised, index)) continue
      promises.set(promised, [...(promises.get(promised) ?? []), index])
    }
    return promises
  }
}

/** ROTA-10. Nobody is known to be away from a meeting without a date. */
const awayOn = (away: PlanInput['away'], day: string | null): ReadonlySet<MemberId> => {
  if (day === null) return new Set()
  return new Set(away.filter(({ from, to }) => from <= day && day <= to).map(({ memberId }) => memberId))
}
