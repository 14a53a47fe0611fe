import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Role } from './model.ts'
import { type PlanInput, type PlannedMeeting, planRota, type Touch } from './plan.ts'
import { dayOf, inputOf, meetings, person, served, touched, who } from './tiny-circle.ts'

const F: Role = 'facilitator'
const N: Role = 'note-taker'
const leads = (input: Parameters<typeof inputOf>[0]) => who(planRota(inputOf(input)), F)

const world = fc
  .record({
    attended: fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
    joined: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
    history: fc.array(fc.nat({ max: 8 }), { maxLength: 30 }),
    length: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ attended, joined, history, length }) =>
    inputOf({
      members: attended.map((hasAttended, n) => ({ n, joinedAt: joined[n] ?? 0, hasAttended })),
      ledger: served(F, ...history),
      occurrences: meetings(length),
    }),
  )

describe('The line', () => {
  test('ROTA-1 the turn goes to whoever served longest ago', () => {
    const plan = planRota(inputOf({ members: [1, 2, 3], ledger: served(F, 2, 3, 1) }))
    expect(plan[0]?.turns[0]).toEqual({
      role: F,
      memberId: person(2),
      reason: { kind: 'longest-ago', lastServedAt: 1 },
      isHeld: false,
    })
  })

  test('ROTA-1 only the last time somebody served counts, and only in the same role', () => {
    expect(leads({ members: [1, 2], ledger: served(F, 1, 2, 1), occurrences: meetings(1) })).toEqual([2])
    expect(leads({ members: [1, 2], ledger: [...served(F, 2, 1), ...served(N, 2)] })[0]).toBe(2)
  })

  test('ROTA-2 whoever never served comes first', () => {
    const plan = planRota(inputOf({ members: [1, 2, 3], ledger: served(F, 1, 2) }))
    expect(plan[0]?.turns[0]).toMatchObject({ memberId: person(3), reason: { kind: 'never-served' } })
  })

  test('ROTA-3 equals are ordered by joining, then by id', () => {
    const members = [
      { n: 3, joinedAt: 5 },
      { n: 1, joinedAt: 9 },
      { n: 2, joinedAt: 5 },
    ]
    expect(leads({ members, occurrences: meetings(3) })).toEqual([2, 3, 1])
  })

  test('ROTA-4 nobody leads the first planned meeting if it is their first', () => {
    fc.assert(
      fc.property(world, (input) => {
        const chosen = planRota(input)[0]?.turns[0]?.memberId
        const leader = input.members.find(({ memberId }) => memberId === chosen)
        expect(leader?.hasAttended).toBe(input.members.some(({ hasAttended }) => hasAttended))
      }),
    )
  })

  test('ROTA-4 a newcomer who never served leads the second, and the third if they are away from the first', () => {
    const members = [{ n: 1 }, { n: 3 }, { n: 2, hasAttended: false }]
    const ledger = served(F, 1, 3)
    expect(leads({ members, ledger, occurrences: meetings(3) })).toEqual([1, 2, 3])
    const away = [{ memberId: person(2), from: dayOf(0), to: dayOf(0) }]
    expect(leads({ members, ledger, away, occurrences: meetings(3) })).toEqual([1, 3, 2])
  })

  test('ROTA-5 somebody leads even when everyone is new', () => {
    const members = [
      { n: 2, hasAttended: false },
      { n: 1, hasAttended: false },
    ]
    const [first] = planRota(inputOf({ members }))
    expect(first?.turns[0]).toMatchObject({ memberId: person(1), reason: { kind: 'everyone-is-new' } })
  })

  test('ROTA-6 from the second meeting on, as many turns as members name everyone once', () => {
    fc.assert(
      fc.property(world, (input) => {
        const plan = planRota({ ...input, occurrences: meetings(input.members.length + 1) }).slice(1)
        expect(new Set(who(plan, F)).size).toBe(input.members.length)
      }),
    )
  })

  test('ROTA-8 the order of the members does not matter', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffled = input.members
          .map((member) => ({ member, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ member }) => member)
        expect(planRota({ ...input, members: shuffled })).toEqual(planRota(input))
      }),
    )
  })

  test('ROTA-9 while members suffice nobody has two roles, and otherwise the roles are spread', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 6 }), (input, count) => {
        const roles = ([F, 'presenter', N, 'timekeeper', 'own-1', 'own-2'] as Role[]).slice(0, count)
        for (const { turns } of planRota({ ...input, roles }).slice(1)) {
          const holders = turns.map(({ memberId }) => memberId)
          expect(holders).not.toContain(null)
          expect(new Set(holders).size).toBe(Math.min(count, input.members.length))
        }
      }),
    )
  })

  test('ROTA-9 a role that nobody else may take stays open', () => {
    const stances = [1, 2].map((n) => ({
      memberId: person(n),
      role: N,
      kind: 'opted-out' as const,
      until: null,
    }))
    const plan = planRota(inputOf({ members: [3, 1, 2], ledger: served(F, 1, 2), roles: [F, N], stances }))
    expect(plan[0]?.turns).toMatchObject([
      { memberId: person(3) },
      { memberId: null, reason: { kind: 'nobody' } },
    ])
    expect(who(plan, N)[1]).toBe(3)
  })

  test('An empty circle has nobody to propose, and no meetings have an empty plan.', () => {
    expect(who(planRota(inputOf({ members: [] })), F)).toEqual([null, null, null, null])
    expect(planRota(inputOf({ members: [1], occurrences: [] }))).toEqual([])
  })
})

describe('Who is not asked', () => {
  test('ROTA-10 whoever is away is neither proposed nor keeps a turn, and is next when they are back', () => {
    const away = [{ memberId: person(1), from: dayOf(0), to: dayOf(1) }]
    expect(leads({ members: [1, 2, 3], away })).toEqual([2, 3, 1, 2])
    const held = { memberId: person(1), as: 'assigned' as const }
    const occurrences = touched(meetings(4), [0, F, { held }])
    const plan = planRota(inputOf({ members: [1, 2, 3], away, occurrences }))
    expect(plan[0]?.turns[0]).toMatchObject({ memberId: person(2), isHeld: false })
  })

  test('ROTA-11 "not yet" lasts until its day, and keeps the place at the head', () => {
    const stance = { memberId: person(1), role: F, kind: 'not-yet' as const }
    expect(leads({ members: [1, 2, 3], stances: [{ ...stance, until: dayOf(2) }] })).toEqual([2, 3, 1, 2])
    expect(leads({ members: [1, 2, 3], stances: [{ ...stance, until: null }] })).toEqual([2, 3, 2, 3])
  })

  test('ROTA-11 who opted out of one role has turns in the others', () => {
    const stances = [{ memberId: person(1), role: F, kind: 'opted-out' as const, until: null }]
    const plan = planRota(inputOf({ members: [1, 2, 3], roles: [F, N], stances }))
    expect(who(plan, F)).toEqual([2, 3, 2, 3])
    expect(who(plan, N)).toContain(1)
  })

  test('ROTA-12 whoever passes is next, and whoever stepped in goes to the end', () => {
    const occurrences = touched(meetings(5), [0, F, { passed: [person(1)] }])
    expect(leads({ members: [1, 2, 3], occurrences })).toEqual([2, 1, 3, 2, 1])
  })

  test('ROTA-12 nobody is asked twice for the same turn', () => {
    const occurrences = touched(meetings(1), [0, F, { passed: [person(1), person(2), person(3)] }])
    expect(leads({ members: [1, 2, 3], occurrences })).toEqual([null])
  })

  test('ROTA-16 the people of a cancelled meeting are next again', () => {
    const all = meetings(5)
    const before = leads({ members: [1, 2, 3], occurrences: all })
    expect(leads({ members: [1, 2, 3], occurrences: all.slice(1) })).toEqual(before.slice(0, 4))
  })

  test('ROTA-18 what is left open is proposed to nobody, and is nobody’s turn', () => {
    const occurrences = touched(meetings(4), [1, F, { leftOpen: true }])
    expect(leads({ members: [1, 2, 3], occurrences })).toEqual([1, null, 2, 3])
  })
})

describe('A role that the format does without', () => {
  const stances = [1, 2].map((n) => ({
    memberId: person(n),
    role: N,
    kind: 'opted-out' as const,
    until: null,
  }))
  const without = touched(meetings(2), [0, N, { notNeeded: true }])

  test('ROTA-18 is proposed to nobody, unless a person decided it and may have it', () => {
    const roles = [F, N]
    const plan = planRota(inputOf({ members: [1, 2, 3], roles, occurrences: without }))
    expect(plan[0]?.turns[1]).toMatchObject({ memberId: null, reason: { kind: 'not-needed' } })
    const held = { memberId: person(3), as: 'volunteered' as const }
    const taken = touched(without, [0, N, { notNeeded: true, held }])
    expect(who(planRota(inputOf({ members: [1, 2, 3], roles, occurrences: taken })), N)[0]).toBe(3)
    expect(who(planRota(inputOf({ members: [1, 2], roles, occurrences: taken })), N)[0]).toBeNull()
  })

  test('ROTA-9 does not count when it is asked whether members suffice', () => {
    const roles: Role[] = [F, N, 'presenter']
    const plan = planRota(inputOf({ members: [1, 2], roles, stances, occurrences: without }))
    expect(plan[0]?.turns.map(({ memberId }) => memberId)).toEqual([person(1), null, person(2)])
  })
})

describe('What stands', () => {
  test('ROTA-7 a decision stays, and their turn counts', () => {
    const occurrences = touched(meetings(4), [0, F, { held: { memberId: person(3), as: 'assigned' } }])
    const plan = planRota(inputOf({ members: [1, 2, 3], ledger: served(F, 1, 2, 3), occurrences }))
    expect(plan.map(({ turns: [turn] }) => [turn?.memberId, turn?.reason.kind])).toEqual([
      [person(3), 'assigned'],
      [person(1), 'longest-ago'],
      [person(2), 'longest-ago'],
      [person(3), 'longest-ago'],
    ])
  })

  test('ROTA-7 a decision that the rules would take too keeps the reason of the rules', () => {
    const occurrences = touched(meetings(1), [0, F, { held: { memberId: person(1), as: 'accepted' } }])
    const [first] = planRota(inputOf({ members: [1, 2], ledger: served(F, 1, 2), occurrences }))
    expect(first?.turns[0]?.reason).toEqual({ kind: 'longest-ago', lastServedAt: 1 })
  })

  test('ROTA-7 the word of somebody who left, or whose first meeting it became, is void', () => {
    const gone = touched(meetings(1), [0, F, { held: { memberId: person(9), as: 'accepted' } }])
    expect(leads({ members: [1, 2], occurrences: gone })).toEqual([1])
    const members = [{ n: 1 }, { n: 2, hasAttended: false }]
    const early = touched(meetings(1), [0, F, { held: { memberId: person(2), as: 'accepted' } }])
    expect(leads({ members, occurrences: early })).toEqual([1])
  })

  test('ROTA-13 a settled turn stays where the plan would now name somebody else', () => {
    const occurrences = touched(meetings(4), [0, F, { settled: person(2) }])
    const plan = planRota(inputOf({ members: [1, 2, 3], occurrences }))
    expect(who(plan, F)).toEqual([2, 1, 3, 2])
    expect(plan[0]?.turns[0]).toMatchObject({ reason: { kind: 'settled' }, isHeld: false })
  })

  test('ROTA-13 a settled turn passes on when its person decided otherwise, is away, or took another role', () => {
    const settled = { settled: person(2) }
    const passed = touched(meetings(1), [0, F, { ...settled, passed: [person(2)] }])
    expect(leads({ members: [1, 2, 3], occurrences: passed })).toEqual([1])
    const away = [{ memberId: person(2), from: dayOf(0), to: dayOf(0) }]
    const near = touched(meetings(1), [0, F, settled])
    expect(leads({ members: [1, 2, 3], occurrences: near, away })).toEqual([1])
    const held = { memberId: person(2), as: 'volunteered' as const }
    const busy = touched(near, [0, N, { held }])
    expect(leads({ members: [1, 2, 3], occurrences: busy, roles: [F, N] })).toEqual([1])
  })

  test('ROTA-14 a swap brings neither of the two a second turn on top', () => {
    const occurrences = touched(
      meetings(6),
      [0, F, { held: { memberId: person(3), as: 'swapped', with: person(1) } }],
      [2, F, { held: { memberId: person(1), as: 'swapped', with: person(3) } }],
    )
    const plan = planRota(inputOf({ members: [1, 2, 3, 4], occurrences }))
    expect(who(plan, F)).toEqual([3, 2, 1, 4, 3, 2])
    expect(plan[0]?.turns[0]?.reason).toEqual({ kind: 'swapped', with: person(1) })
  })

  test('ROTA-14 what was accepted early does not take an earlier turn of the round before away', () => {
    const occurrences = touched(meetings(6), [4, F, { held: { memberId: person(1), as: 'accepted' } }])
    expect(leads({ members: [1, 2, 3, 4], occurrences })).toEqual([1, 2, 3, 4, 1, 2])
  })

  test('ROTA-14 whoever stands next steps in only when nobody else is left', () => {
    const occurrences = touched(
      meetings(2),
      [0, F, { settled: person(1), passed: [person(1)] }],
      [1, F, { settled: person(2) }],
    )
    expect(leads({ members: [1, 2, 3], occurrences })).toEqual([3, 2])
    expect(leads({ members: [1, 2], occurrences })).toEqual([2, 2])
  })

  test('ROTA-15 a late leaver passes on their own turns, and a late joiner moves none that stands', () => {
    const near = touched(
      meetings(4),
      [0, F, { settled: person(1) }],
      [0, N, { settled: person(2) }],
      [1, F, { held: { memberId: person(2), as: 'accepted' } }],
    )
    const roles = [F, N]
    const before = planRota(inputOf({ members: [1, 2, 3, 4], occurrences: near, roles }))
    const joined = planRota(inputOf({ members: [1, 2, 3, 4, 5], occurrences: near, roles }))
    expect(joined[0]).toEqual(before[0])
    expect(joined[1]?.turns[0]).toEqual(before[1]?.turns[0])
    const left = planRota(inputOf({ members: [2, 3, 4], occurrences: near, roles }))
    expect(left[0]?.turns).toMatchObject([{ memberId: person(3) }, { memberId: person(2) }])
    expect(left[1]?.turns[0]).toMatchObject({ memberId: person(2), isHeld: true })
  })

  test('ROTA-15 whoever leaves moves only their own turns, and whoever joins none, whatever stands', () => {
    const roles = [F, N]
    fc.assert(
      fc.property(world, fc.nat(), fc.integer({ min: 1, max: 5 }), (circle, gone, every) => {
        fc.pre(circle.members.length > roles.length + 1)
        const input = standing({ ...circle, roles }, every)
        const before = planRota(input)
        const newcomer = { memberId: person(50), joinedAt: 99, hasAttended: false }
        const joined = planRota({ ...input, members: [...input.members, newcomer] })
        expect(stands(joined, input)).toEqual(stands(before, input))
        const leaver = input.members[gone % input.members.length]?.memberId
        const left = planRota({ ...input, members: input.members.filter((one) => one.memberId !== leaver) })
        for (const [index, { turns }] of before.entries()) {
          const after = left[index]?.turns ?? []
          const [leads, notes] = turns
          if (leads?.isHeld && leads.memberId !== leaver) expect(after[0]?.memberId).toBe(leads.memberId)
          // Whoever steps up to lead passes the notes on; nobody else has another turn than before.
          const stays = notes?.memberId !== leaver && after[0]?.memberId !== notes?.memberId
          if (index === 0 && stays) expect(after[1]?.memberId).toBe(notes?.memberId)
        }
      }),
    )
  })
})

/** The same circle with its first meeting settled as planned, and every second, third … turn to lead accepted. */
const standing = (input: PlanInput, every: number): PlanInput => {
  const touches = planRota(input).flatMap(({ turns }, index) =>
    turns.flatMap(({ role, memberId }): [number, Role, Touch][] => {
      if (memberId === null) return []
      if (role === F && index % every === 0) return [[index, role, { held: { memberId, as: 'accepted' } }]]
      return index === 0 ? [[index, role, { settled: memberId }]] : []
    }),
  )
  return { ...input, occurrences: touched(input.occurrences, ...touches) }
}

/** Who has the turns that stand. */
const stands = (plan: readonly PlannedMeeting[], input: PlanInput) =>
  plan.map(({ turns }, index) =>
    turns
      .filter(({ role }) => input.occurrences[index]?.touched?.has(role))
      .map(({ role, memberId }) => [role, memberId]),
  )
