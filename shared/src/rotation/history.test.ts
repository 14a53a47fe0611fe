import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { largestLead } from './fairness.ts'
import { type Brokenness, brokenIn } from './invariants.ts'
import { LivedCircle, type Planner } from './lived-circle.ts'
import { type PlanInput, planRota } from './plan.ts'

const HISTORIES = 10_000
const PATIENCE = 120_000

type Found = { [Rule in Brokenness]?: string }

/** Which rules are broken in many lives, each with the first tape that shows it; with `until`, no further than that rule. */
const broken = (planner: Planner, numRuns: number, seed: number, until?: Brokenness): Found => {
  const found = new Map<Brokenness, string>()
  const tapes = fc.sample(fc.uint8Array({ minLength: 110, maxLength: 110 }), { numRuns, seed })
  for (const tape of tapes) {
    if (until && found.has(until)) break
    const circle = new LivedCircle([...tape], planner).live()
    const lead = largestLead(circle) > 1 ? (['ROTA-19'] as const) : []
    for (const rule of [...lead, ...brokenIn(circle, planner)])
      if (!found.has(rule)) found.set(rule, tape.join(' '))
  }
  return Object.fromEntries(found)
}

describe('In ten thousand lives of circles', () => {
  let found: Found
  beforeAll(() => {
    found = broken(planRota, HISTORIES, 20_261_122)
  }, PATIENCE)

  test.each<[title: string, rule: Brokenness]>([
    ['ROTA-4 nobody is proposed to lead their first meeting', 'ROTA-4'],
    ['ROTA-8 the same input gives the same plan', 'ROTA-8'],
    ['ROTA-9 nobody is proposed for two roles while members suffice', 'ROTA-9'],
    ['ROTA-10 nobody who is away, or left, has a turn', 'ROTA-10'],
    ['ROTA-11 nobody who said no to a role is proposed for it', 'ROTA-11'],
    ['ROTA-12 nobody is asked twice for the same turn', 'ROTA-12'],
    ['ROTA-13 what is settled stays where it may', 'ROTA-13'],
    ['ROTA-17 undoing a swap restores the plan', 'ROTA-17'],
    ['ROTA-19 nobody leads two times more than another over any window of full rounds', 'ROTA-19'],
  ])('%s.', (_, rule) => {
    expect(found[rule]).toBeUndefined()
  })
})

/** Planners that break one rule each; the same lives must find them out. */
const forgetful: [Brokenness, Planner][] = [
  ['ROTA-19', (input) => planRota({ ...input, ledger: [] })],
  ['ROTA-10', (input) => planRota({ ...input, away: input.away.slice(1) })],
  ['ROTA-11', (input) => planRota({ ...input, stances: [] })],
  ['ROTA-4', (input) => planRota({ ...input, members: input.members.map(attended) })],
  ['ROTA-8', (input) => planRota({ ...input, members: input.members.map(joinedAsListed) })],
  ['ROTA-12', (input) => planRota(withoutTouches(input, 'passed'))],
  ['ROTA-13', (input) => planRota(withoutTouches(input, 'settled'))],
  ['ROTA-9', (input) => merged(input)],
  ['ROTA-17', moody()],
]

describe('A planner that', () => {
  test.each(forgetful)('breaks %s is found out', { timeout: PATIENCE }, (rule, planner) => {
    expect(Object.keys(broken(planner, 600, 7, rule))).toContain(rule)
  })
})

function attended(member: PlanInput['members'][number]) {
  return { ...member, hasAttended: true }
}

function joinedAsListed(member: PlanInput['members'][number], index: number) {
  return { ...member, joinedAt: index }
}

function withoutTouches(input: PlanInput, forgotten: 'passed' | 'settled'): PlanInput {
  const occurrences = input.occurrences.map((occurrence) => ({
    ...occurrence,
    touched: new Map(
      [...(occurrence.touched ?? [])].map(([role, touch]) => [role, { ...touch, [forgotten]: undefined }]),
    ),
  }))
  return { ...input, occurrences }
}

/** Plans each role as if there were no other. */
function merged(input: PlanInput) {
  const plans = input.roles.map((role) => planRota({ ...input, roles: [role] }))
  const [first = []] = plans
  return first.map((meeting, index) => ({
    ...meeting,
    turns: plans.flatMap((plan) => plan[index]?.turns ?? []),
  }))
}

/** Remembers what it was asked before: every third plan goes the other way round. */
function moody(): Planner {
  let asked = 0
  return (input) =>
    planRota(++asked % 3 === 0 ? { ...input, ledger: input.ledger.toReversed().slice(1) } : input)
}
