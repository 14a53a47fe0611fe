import type { MemberId } from '../kernel/id.ts'
import type { Role, Stance } from './model.ts'
import type { Candidate, Occurrence, PlanInput, PlannedMeeting, Touch } from './plan.ts'
import { dayOf, meeting, person, startOf, weekOf } from './tiny-circle.ts'

export type Planner = (input: PlanInput) => PlannedMeeting[]

const ROLES: readonly Role[] = ['facilitator', 'note-taker']
const MOST_PEOPLE = 6
export const AHEAD = 3
const WEEKS = 12

type Turn = NonNullable<Touch['held']>

/** What is kept about one turn: what people decided, whom the plan had, who passed. */
interface Kept {
  held?: Turn
  pick?: MemberId
  passed: MemberId[]
}

/** A plan as it was made, with what it was made from. */
export interface Moment {
  week: number
  input: PlanInput
  plan: PlannedMeeting[]
}

/** A meeting that was held. */
export interface Held {
  week: number
  seated: ReadonlySet<MemberId>
  leader: MemberId | null
}

/**
 * For tests: a circle that lives through weeks, as a tape of numbers says. Zeros on the tape are a life in which nothing
 * happens. Each week things happen while the next meeting is far, then while it is near, and then it is held.
 */
export class LivedCircle {
  readonly moments: Moment[] = []
  readonly held: Held[] = []
  /** People about whom something was decided, who were away or said no, with the weeks of it. */
  readonly touched = new Map<MemberId, Set<number>>()
  /** Swaps that were accepted and undone at once: the plans before and after, as text. */
  readonly undone: [before: string, after: string][] = []
  readonly #tape: readonly number[]
  readonly #planner: Planner
  readonly #members: Candidate[] = []
  readonly #away: { memberId: MemberId; from: string; to: string }[] = []
  readonly #stances: Stance[] = []
  readonly #ledger: { memberId: MemberId; role: Role; servedAt: number }[] = []
  readonly #kept = new Map<Role, Kept[]>(ROLES.map((role) => [role, []]))
  readonly #cancelled = new Set<number>()
  #position = 0
  #joined = 0
  #week = 0
  #isNear = false

  constructor(tape: readonly number[], planner: Planner) {
    this.#tape = tape
    this.#planner = planner
    const people = 2 + this.#next(MOST_PEOPLE - 1)
    while (this.#joined < people) this.#join()
  }

  live(): this {
    for (this.#week = 0; this.#week < WEEKS; this.#week++) {
      for (const isNear of [false, true]) {
        this.#isNear = isNear
        const happens = this.#next(3) === 2
        if (happens) this.#happen(this.#next(11))
        if (happens || !isNear) this.#plan()
      }
      this.#hold()
    }
    return this
  }

  #next(choices: number): number {
    return (this.#tape[this.#position++] ?? 0) % choices
  }

  #anybody(): MemberId | undefined {
    return this.#members[this.#next(this.#members.length || 1)]?.memberId
  }

  #join(): void {
    const memberId = person(++this.#joined)
    this.#members.push({
      memberId,
      joinedAt: this.#joined,
      hasAttended: this.#week === 0 && this.#joined % 2 === 0,
    })
    this.#touch(memberId, this.#week)
  }

  #touch(memberId: MemberId | null | undefined, ...weeks: number[]): void {
    if (!memberId) return
    const known = this.touched.get(memberId) ?? new Set()
    this.touched.set(memberId, known)
    for (const week of weeks) known.add(week)
  }

  #happen(what: number): void {
    const who = this.#anybody()
    if (who === undefined) return
    const role = ROLES[this.#next(2)] ?? 'facilitator'
    const week = this.#week + this.#next(AHEAD)
    const happenings = [
      () => this.#join(),
      () => this.#leave(who),
      () => this.#goAway(who, week),
      () => this.#pass(week, role),
      () => this.#decide(week, role, 'accepted'),
      () => this.#name(week, role, who, 'volunteered'),
      () => this.#name(week, role, who, 'assigned'),
      () => this.#swap(role, week, this.#week + this.#next(AHEAD), this.#next(2) === 1),
      () => this.#refuse(who, role, 'not-yet', dayOf(week)),
      () => this.#refuse(who, role, 'opted-out', null),
      () => this.#cancelled.add(week),
    ]
    happenings[what]?.()
  }

  #leave(who: MemberId): void {
    const index = this.#members.findIndex(({ memberId }) => memberId === who)
    if (this.#members.length > 2) this.#members.splice(index, 1)
    this.#touch(who, this.#week)
  }

  #goAway(memberId: MemberId, week: number): void {
    const last = week + this.#next(3)
    this.#away.push({ memberId, from: dayOf(week), to: dayOf(last) })
    for (let one = week; one <= last; one++) this.#touch(memberId, one)
  }

  #refuse(memberId: MemberId, role: Role, kind: Stance['kind'], until: string | null): void {
    this.#stances.push({ memberId, role, kind, until })
    for (let week = this.#week; week < WEEKS; week++) this.#touch(memberId, week)
  }

  #holder(week: number, role: Role): MemberId | null {
    const planned = this.#planner(this.#input()).find((one) => one.startsAt === startOf(week))
    return planned?.turns.find((turn) => turn.role === role)?.memberId ?? null
  }

  #pass(week: number, role: Role): void {
    const who = this.#holder(week, role)
    if (who === null) return
    const kept = this.#keptOf(week, role)
    delete kept.held
    kept.passed.push(who)
    this.#touch(who, week)
  }

  #decide(week: number, role: Role, as: Turn['as']): void {
    const memberId = this.#holder(week, role)
    if (memberId === null) return
    this.#keptOf(week, role).held = { memberId, as }
    this.#touch(memberId, week)
  }

  /** Somebody else takes the turn: it is decided about both. */
  #name(week: number, role: Role, memberId: MemberId, as: Turn['as']): void {
    const before = this.#holder(week, role)
    if (this.#isAway(memberId, week) || before === memberId) return
    this.#touch(before, week)
    this.#touch(memberId, week)
    this.#keptOf(week, role).held = { memberId, as }
  }

  #swap(role: Role, one: number, other: number, isUndone: boolean): void {
    const [by, to] = [this.#holder(one, role), this.#holder(other, role)]
    if (by === null || to === null || by === to || this.#isAway(by, other) || this.#isAway(to, one)) return
    const before = isUndone ? JSON.stringify(this.#planner(this.#input())) : ''
    const turns = [this.#keptOf(one, role), this.#keptOf(other, role)] as const
    const heldBefore = turns.map(({ held }) => held)
    turns[0].held = { memberId: to, as: 'swapped', with: by }
    turns[1].held = { memberId: by, as: 'swapped', with: to }
    if (!isUndone) {
      this.#touch(by, one, other)
      this.#touch(to, one, other)
      return
    }
    this.#remember(this.#planner(this.#input()))
    for (const [index, kept] of turns.entries()) {
      const held = heldBefore[index]
      if (held === undefined) delete kept.held
      else kept.held = held
    }
    this.undone.push([before, JSON.stringify(this.#planner(this.#input()))])
  }

  #isAway(memberId: MemberId, week: number): boolean {
    const day = dayOf(week)
    return this.#away.some((one) => one.memberId === memberId && one.from <= day && day <= one.to)
  }

  #keptOf(week: number, role: Role): Kept {
    const ofRole = this.#kept.get(role) ?? []
    ofRole[week] ??= { passed: [] }
    return ofRole[week]
  }

  #touchOf(week: number, role: Role): Touch {
    const { held, pick, passed } = this.#keptOf(week, role)
    const isSettled = week === this.#week && this.#isNear
    return { ...(held && { held }), ...(isSettled && pick && { settled: pick }), passed: [...passed] }
  }

  #input(): PlanInput {
    const weeks = Array.from({ length: AHEAD }, (_, index) => this.#week + index)
    const occurrences = weeks
      .filter((week) => !this.#cancelled.has(week))
      .map(
        (week): Occurrence => ({
          meetingId: meeting(week),
          startsAt: startOf(week),
          day: dayOf(week),
          touched: new Map(ROLES.map((role) => [role, this.#touchOf(week, role)])),
        }),
      )
    return {
      roles: ROLES,
      members: this.#members.map((member) => ({ ...member })),
      away: [...this.#away],
      stances: [...this.#stances],
      ledger: [...this.#ledger],
      occurrences,
    }
  }

  #plan(): void {
    const input = this.#input()
    const plan = this.#planner(input)
    this.moments.push({ week: this.#week, input, plan })
    this.#remember(plan)
  }

  /** Turns that may still change remember whom the plan has. */
  #remember(plan: readonly PlannedMeeting[]): void {
    for (const { startsAt, turns } of plan) {
      const week = weekOf(startsAt)
      if (week === this.#week && this.#isNear) continue
      for (const { role, memberId, isHeld } of turns) {
        const kept = this.#keptOf(week, role)
        if (isHeld) continue
        if (memberId === null) delete kept.pick
        else kept.pick = memberId
      }
    }
  }

  #hold(): void {
    if (this.#cancelled.has(this.#week)) return
    const next = this.moments.at(-1)?.plan[0]
    const leader = next?.turns.find(({ role }) => role === 'facilitator')?.memberId ?? null
    this.held.push({
      week: this.#week,
      seated: new Set(this.#members.map(({ memberId }) => memberId)),
      leader,
    })
    for (const { role, memberId } of next?.turns ?? [])
      if (memberId !== null) this.#ledger.push({ memberId, role, servedAt: startOf(this.#week) })
    for (const member of this.#members)
      if (!this.#isAway(member.memberId, this.#week)) member.hasAttended = true
  }
}
