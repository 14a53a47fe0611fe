import type { LivedCircle, Moment, Planner } from './lived-circle.ts'
import type { PlannedTurn, Touch } from './plan.ts'

/** For tests: the rules that a plan can be seen to break. */
export type Brokenness =
  | 'ROTA-4'
  | 'ROTA-8'
  | 'ROTA-9'
  | 'ROTA-10'
  | 'ROTA-11'
  | 'ROTA-12'
  | 'ROTA-13'
  | 'ROTA-17'
  | 'ROTA-19'

/** What the plans of a life break; fairness is looked at over the whole of it, elsewhere. */
export const brokenIn = (circle: LivedCircle, planner: Planner): Set<Brokenness> => {
  const broken = new Set<Brokenness>()
  for (const moment of circle.moments) lookAt(moment, broken)
  const last = circle.moments.at(-1)
  if (last && !isDeterministic(last, planner)) broken.add('ROTA-8')
  if (circle.undone.some(([before, after]) => before !== after)) broken.add('ROTA-17')
  return broken
}

const lookAt = ({ input, plan }: Moment, broken: Set<Brokenness>): void => {
  for (const [index, meeting] of plan.entries()) {
    const place = new Place(input, index)
    for (const turn of meeting.turns) {
      const touch = input.occurrences[index]?.touched?.get(turn.role) ?? {}
      if (turn.memberId === null) continue
      if (!place.isHere(turn.memberId)) broken.add('ROTA-10')
      if (turn.isHeld) continue
      if (place.isFirstMeeting(turn)) broken.add('ROTA-4')
      if (place.refused(turn)) broken.add('ROTA-11')
      if (touch.passed?.includes(turn.memberId)) broken.add('ROTA-12')
      if (isUnsettled(place, turn, touch, meeting.turns)) broken.add('ROTA-13')
    }
    if (place.isDoubled(meeting.turns)) broken.add('ROTA-9')
  }
}

/** A settled facilitator who may still take the turn has it. */
const isUnsettled = (
  place: Place,
  turn: PlannedTurn,
  { settled, passed = [] }: Touch,
  turns: readonly PlannedTurn[],
): boolean => {
  if (settled === undefined || turn.role !== 'facilitator' || settled === turn.memberId) return false
  const one = { ...turn, memberId: settled }
  const isFree = !turns.some(({ isHeld, memberId }) => isHeld && memberId === settled)
  return (
    isFree &&
    place.isHere(settled) &&
    !passed.includes(settled) &&
    !place.refused(one) &&
    !place.isFirstMeeting(one)
  )
}

/** One meeting of a plan, judged without the planner's own words. */
class Place {
  readonly #input: Moment['input']
  readonly #index: number

  constructor(input: Moment['input'], index: number) {
    this.#input = input
    this.#index = index
  }

  isHere(memberId: string): boolean {
    return (
      this.#input.members.some((one) => one.memberId === memberId) && !this.#isAway(memberId, this.#index)
    )
  }

  isFirstMeeting({ role, memberId }: PlannedTurn): boolean {
    const { members } = this.#input
    return (
      role === 'facilitator' &&
      members.some((one) => this.#hasMet(one)) &&
      !members.some((one) => one.memberId === memberId && this.#hasMet(one))
    )
  }

  refused({ role, memberId }: PlannedTurn): boolean {
    const day = this.#input.occurrences[this.#index]?.day ?? ''
    return this.#input.stances.some(
      (one) => one.memberId === memberId && one.role === role && (one.until === null || day < one.until),
    )
  }

  /** Somebody has two turns by the plan, or one by it and one by a decision, though there are people enough. */
  isDoubled(turns: readonly PlannedTurn[]): boolean {
    const { members, roles } = this.#input
    if (members.filter(({ memberId }) => this.isHere(memberId)).length < roles.length) return false
    const holders = turns.filter(({ memberId }) => memberId !== null)
    return holders.some(
      (one) => !one.isHeld && holders.some((other) => other !== one && other.memberId === one.memberId),
    )
  }

  #hasMet({ memberId, hasAttended }: { memberId: string; hasAttended: boolean }): boolean {
    if (hasAttended) return true
    for (let index = 0; index < this.#index; index++) if (!this.#isAway(memberId, index)) return true
    return false
  }

  #isAway(memberId: string, index: number): boolean {
    const day = this.#input.occurrences[index]?.day ?? ''
    return this.#input.away.some((one) => one.memberId === memberId && one.from <= day && day <= one.to)
  }
}

/** The same input in another order gives the same plan. */
const isDeterministic = ({ input, plan }: Moment, planner: Planner): boolean => {
  const { members, away, stances } = input
  const turned = {
    ...input,
    members: members.toReversed(),
    away: away.toReversed(),
    stances: stances.toReversed(),
  }
  return JSON.stringify(planner(turned)) === JSON.stringify(plan)
}
