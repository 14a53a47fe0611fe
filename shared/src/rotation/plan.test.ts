import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MeetingId, MemberId } from '../kernel/id.ts'
import { type Candidate, type Occurrence, planTurns } from './plan.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
const person = (n: number) => uuid(n) as MemberId
const undated = (count: number): Occurrence[] =>
  Array.from({ length: count }, () => ({ meetingId: null, startsAt: null }))
const seated = (n: number, joinedAt = n, hasAttended = true): Candidate => ({
  memberId: person(n),
  joinedAt,
  hasAttended,
})
const served = (...people: number[]) =>
  people.map((n, index) => ({ memberId: person(n), servedAt: index + 1 }))
const who = (turns: { memberId: MemberId }[]) => turns.map((turn) => turn.memberId)

const world = fc
  .record({
    attended: fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
    joined: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
    history: fc.array(fc.nat({ max: 8 }), { maxLength: 30 }),
    length: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ attended, joined, history, length }) => ({
    candidates: attended.map((hasAttended, n) => seated(n, joined[n] ?? 0, hasAttended)),
    history: served(...history),
    occurrences: undated(length),
  }))

describe('planTurns', () => {
  test('ROTA-1 the turn goes to whoever served longest ago', () => {
    const [turn] = planTurns([seated(1), seated(2), seated(3)], served(2, 3, 1), undated(1))
    expect(turn).toMatchObject({ memberId: person(2), reason: { kind: 'longest-ago', lastServedAt: 1 } })
  })

  test('ROTA-1 only the last time somebody served counts', () => {
    expect(who(planTurns([seated(1), seated(2)], served(1, 2, 1), undated(1)))).toEqual([person(2)])
  })

  test('ROTA-2 whoever never served comes first', () => {
    const [turn] = planTurns([seated(1), seated(2), seated(3)], served(1, 2), undated(1))
    expect(turn).toMatchObject({ memberId: person(3), reason: { kind: 'never-served' } })
  })

  test('ROTA-3 equals are ordered by joining, then by id', () => {
    const candidates = [seated(3, 5), seated(1, 9), seated(2, 5)]
    expect(who(planTurns(candidates, [], undated(3)))).toEqual([person(2), person(3), person(1)])
  })

  test('ROTA-4 nobody leads the first planned meeting if it is their first', () => {
    fc.assert(
      fc.property(world, ({ candidates, history, occurrences }) => {
        const [first] = planTurns(candidates, history, occurrences)
        const chosen = candidates.find((candidate) => candidate.memberId === first?.memberId)
        expect(chosen?.hasAttended).toBe(candidates.some((candidate) => candidate.hasAttended))
      }),
    )
  })

  test('ROTA-4 a newcomer who never served leads the second', () => {
    const turns = planTurns([seated(1), seated(2, 2, false)], served(1), undated(2))
    expect(who(turns)).toEqual([person(1), person(2)])
  })

  test('ROTA-5 somebody leads even when everyone is new', () => {
    const [turn] = planTurns([seated(2, 2, false), seated(1, 1, false)], [], undated(1))
    expect(turn).toMatchObject({ memberId: person(1), reason: { kind: 'everyone-is-new' } })
  })

  test('ROTA-6 from the second meeting on, as many turns as members name everyone once', () => {
    fc.assert(
      fc.property(world, ({ candidates, history }) => {
        const turns = planTurns(candidates, history, undated(candidates.length + 1)).slice(1)
        expect(new Set(who(turns)).size).toBe(candidates.length)
      }),
    )
  })

  test('ROTA-7 a holder stays, and their turn counts', () => {
    const meetingId = uuid(99) as MeetingId
    const occurrences: Occurrence[] = [{ meetingId, startsAt: 50, held: person(3) }, ...undated(2)]
    const turns = planTurns([seated(1), seated(2), seated(3)], served(1, 2, 3), occurrences)
    expect(turns.map((turn) => [turn.memberId, turn.reason.kind])).toEqual([
      [person(3), 'assigned'],
      [person(1), 'longest-ago'],
      [person(2), 'longest-ago'],
    ])
  })

  test('ROTA-7 a holder whom the rules would choose keeps the reason of the rules', () => {
    const occurrences: Occurrence[] = [{ meetingId: null, startsAt: 50, held: person(1) }]
    const [turn] = planTurns([seated(1), seated(2)], served(1, 2), occurrences)
    expect(turn?.reason).toEqual({ kind: 'longest-ago', lastServedAt: 1 })
  })

  test('ROTA-8 the order of the candidates does not matter', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ candidates, history, occurrences }, keys) => {
        const shuffled = candidates
          .map((candidate) => ({ candidate, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ candidate }) => candidate)
        expect(planTurns(shuffled, history, occurrences)).toEqual(planTurns(candidates, history, occurrences))
      }),
    )
  })

  test('an empty circle has an empty plan', () => {
    expect(planTurns([], [], undated(4))).toEqual([])
  })
})
