import type { MemberId } from '../kernel/id.ts'
import type { Line } from './line.ts'
import type { Reason, Role } from './model.ts'
import type { PlannedTurn } from './plan.ts'
import type { Rules } from './rules.ts'

/** Who takes the roles of one meeting; it knows who has one already. */
export class Choice {
  readonly #rules: Rules
  readonly #line: Line
  readonly #index: number
  readonly #taken = new Map<MemberId, number>()
  /** Whether as many people are there as roles that somebody is to have. */
  readonly #suffice: boolean

  constructor(rules: Rules, line: Line, index: number) {
    this.#rules = rules
    this.#line = line
    this.#index = index
    const needed = rules.roles.filter((role) => {
      const { leftOpen = false, notNeeded = false } = rules.touch(index, role)
      return !leftOpen && !notNeeded
    })
    this.#suffice = rules.members.filter((one) => rules.isHere(one, index)).length >= needed.length
  }

  take(memberId: MemberId | null | undefined): void {
    if (memberId) this.#taken.set(memberId, this.#rolesOf(memberId) + 1)
  }

  /** What a person decided, unless whoever it was is away, left or would lead their first meeting (ROTA-7). */
  held(role: Role): PlannedTurn | undefined {
    const { held, leftOpen, notNeeded } = this.#rules.touch(this.#index, role)
    if (leftOpen) return { role, memberId: null, reason: { kind: 'left-open' }, isHeld: true }
    if (held === undefined || !this.#stands(held.memberId, held.as, role)) {
      return notNeeded && { role, memberId: null, reason: { kind: 'not-needed' }, isHeld: true }
    }
    const { memberId } = held
    const byRule = held.as === 'swapped' ? undefined : this.#byRule(role, memberId)
    return { role, memberId, reason: byRule ?? reasonOf(held), isHeld: true }
  }

  /** Whom the plan had when the meeting came near (ROTA-13). */
  settled(role: Role): PlannedTurn | undefined {
    const { settled } = this.#rules.touch(this.#index, role)
    if (settled === undefined || !this.#rules.mayTake(settled, this.#index, role)) return undefined
    if (this.#rolesOf(settled) > 0 && this.#suffice) return undefined
    const reason = this.#byRule(role, settled) ?? { kind: 'settled' }
    return { role, memberId: settled, reason, isHeld: false }
  }

  /** Whoever is first in the line (ROTA-1), or nobody. */
  free(role: Role): PlannedTurn {
    const memberId = this.#rules.occurrence(this.#index).isLive ? undefined : this.#first(role)
    if (memberId === undefined) return { role, memberId: null, reason: { kind: 'nobody' }, isHeld: false }
    return { role, memberId, reason: this.#ruleFor(role, memberId), isHeld: false }
  }

  #stands(memberId: MemberId, as: string, role: Role): boolean {
    if (this.#rules.occurrence(this.#index).isLive) return true
    if (!this.#rules.isHere(memberId, this.#index)) return false
    return as === 'assigned' || this.#rules.isSeasoned(memberId, this.#index, role)
  }

  /** The reason of the rules, where they would choose this holder too. */
  #byRule(role: Role, holder: MemberId): Reason | undefined {
    return this.#first(role) === holder ? this.#ruleFor(role, holder) : undefined
  }

  /** One role each; a second one only where fewer people are there than roles (ROTA-9). */
  #first(role: Role): MemberId | undefined {
    const round = this.#rules.members.filter((one) => this.#rules.isEligible(one, this.#index, role))
    const passed = this.#rules.touch(this.#index, role).passed ?? []
    const able = passed.length === 0 ? round : round.filter((one) => !passed.includes(one))
    const fewest = this.#suffice ? 0 : Math.min(...able.map((one) => this.#rolesOf(one)))
    let first: MemberId | undefined
    for (const one of able) {
      if (this.#rolesOf(one) !== fewest) continue
      if (first === undefined || this.#order(role, round.length, one, first) < 0) first = one
    }
    return first
  }

  #order(role: Role, round: number, a: MemberId, b: MemberId): number {
    const promised = (one: MemberId) => Number(this.#rules.isPromised(one, this.#index, role, round))
    return promised(a) - promised(b) || this.#line.compare(role, a, b)
  }

  #rolesOf(memberId: MemberId): number {
    return this.#taken.get(memberId) ?? 0
  }

  #ruleFor(role: Role, memberId: MemberId): Reason {
    if (role === 'facilitator' && this.#rules.areAllNew(this.#index)) return { kind: 'everyone-is-new' }
    const last = this.#line.lastTurn(role, memberId)
    return last === undefined ? { kind: 'never-served' } : { kind: 'longest-ago', lastServedAt: last.at }
  }
}

const reasonOf = ({ as, with: other }: { as: string; with?: MemberId }): Reason => {
  if (as === 'swapped' && other !== undefined) return { kind: 'swapped', with: other }
  if (as === 'volunteered' || as === 'assigned') return { kind: as }
  return { kind: 'settled' }
}
