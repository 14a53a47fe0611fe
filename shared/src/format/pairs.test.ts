import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberId } from '../kernel/id.ts'
import { exactMatching } from './exact-matching.ts'
import { joinPairs, type PairGroup, pairUp, repeatsIn } from './pairs.ts'
import { type Round, windowOf } from './rounds.ts'

const person = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as MemberId
const crowd = (n: number) => Array.from({ length: n }, (_, index) => person(index + 1))
const roundOf = (groups: readonly PairGroup[]): Round => groups.map(({ members }) => members)
const couple = (a: string, b: string) => [a, b].toSorted().join(' ')
/** The pairs of a round; of three the first two, who are there whether the odd one comes or not. */
const pairsOf = (round: Round) =>
  round.flatMap(([a, b]) => (a !== undefined && b !== undefined ? [couple(a, b)] : []))

/** So many rounds of the same people, each knowing those before. */
const roundsOf = (people: readonly MemberId[], count: number, seed: string): Round[] => {
  const past: Round[] = []
  for (let n = 0; n < count; n++) past.push(roundOf(pairUp(people, past, seed)))
  return past
}

const size = fc.integer({ min: 2, max: 24 })
const seed = fc.string({ maxLength: 8 })
/** Who of 8 is there, round after round. */
const comings = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 2 }), { maxLength: 12 })

describe('pairUp', () => {
  test('puts everybody in exactly one group: pairs, and one of three where the number is odd', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), seed, (n, s) => {
        const groups = pairUp(crowd(n), [], s)
        expect(groups.flatMap(({ members }) => members).toSorted()).toEqual(crowd(n))
        const sizes = groups.map(({ members }) => members.length).toSorted((a, b) => a - b)
        const pairs = Array.from({ length: Math.floor(n / 2) - (n % 2) }, () => 2)
        expect(sizes).toEqual(n < 2 ? crowd(n).map(() => 1) : n % 2 === 0 ? pairs : [...pairs, 3])
      }),
    )
  })

  test('brings nobody together again within min(8, n − 1) rounds while the same people come', () => {
    fc.assert(
      fc.property(size, seed, (n, s) => {
        const rounds = roundsOf(crowd(n), 2 * n, s).map(pairsOf)
        rounds.forEach((pairs, index) => {
          const window = rounds.slice(Math.max(0, index - windowOf(n) + 1), index).flat()
          expect(pairs.filter((pair) => window.includes(pair))).toEqual([])
        })
      }),
      { numRuns: 40 },
    )
  })

  test('lets nobody be the odd one twice within min(8, n − 1) rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), seed, (half, s) => {
        const n = 2 * half + 1
        const odd = roundsOf(crowd(n), 2 * n, s).map((round) => round.find(({ length }) => length === 3)?.[2])
        odd.forEach((one, index) => {
          expect(odd.slice(Math.max(0, index - windowOf(n) + 1), index)).not.toContain(one)
        })
      }),
      { numRuns: 40 },
    )
  })

  test('repeats as little as these people and this past allow, whoever came and went', () => {
    fc.assert(
      fc.property(comings, seed, (rounds, s) => {
        const past: Round[] = []
        for (const numbers of rounds) {
          const people = numbers.map(person)
          const groups = pairUp(people, past, s)
          expect(repeatsIn(groups, past)).toBe(fewestRepeats(people, past))
          past.push(roundOf(groups))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('never repeats with sixteen people or more, however the rounds before came about', () => {
    const any = fc.array(fc.infiniteStream(fc.nat()), { minLength: 7, maxLength: 9 })
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 30 }), any, seed, (n, streams, s) => {
        const past = streams.map((keys): Round => {
          const shuffled = crowd(n)
            .map((one) => ({ one, key: keys.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one)
          const pairs = Array.from({ length: Math.floor(n / 2) }, (_, i) => shuffled.slice(2 * i, 2 * i + 2))
          return n % 2 === 0 ? pairs : [...pairs.slice(0, -1), shuffled.slice(-3)]
        })
        expect(repeatsIn(pairUp(crowd(n), past, s), past)).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('depends on people, past and seed, and not on the order in which people came', () => {
    fc.assert(
      fc.property(size, seed, fc.integer({ min: 0, max: 5 }), (n, s, before) => {
        const past = roundsOf(crowd(n), before, s)
        expect(pairUp(crowd(n).toReversed(), past, s)).toEqual(pairUp(crowd(n), past, s))
      }),
      { numRuns: 40 },
    )
  })

  test('says why: never before, or how many rounds ago, or that the number is odd', () => {
    const past = roundsOf(crowd(4), 3, '')
    expect(pairUp(crowd(4), [], '').map(({ why }) => why.kind)).toEqual(['first-time', 'first-time'])
    const again = pairUp(crowd(4), past, '')
    expect(again.map(({ why }) => why)).toEqual([
      { kind: 'again', rounds: 3 },
      { kind: 'again', rounds: 3 },
    ])
    expect(pairUp(crowd(3), [], '')[0]).toMatchObject({ why: { kind: 'odd-one' } })
    expect(pairUp(crowd(1), [], '')).toEqual([{ members: [person(1)], why: { kind: 'alone' } }])
  })
})

describe('joinPairs', () => {
  test('lets everybody in who comes late, and never leaves more than one group of three', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), seed, (first, late, s) => {
        const all = crowd(first + late)
        const groups = all
          .slice(first)
          .reduce((joined, newcomer) => joinPairs(joined, newcomer, []), pairUp(all.slice(0, first), [], s))
        expect(groups.flatMap(({ members }) => members).toSorted()).toEqual(all)
        const odd = groups.filter(({ members }) => members.length !== 2)
        expect(odd.map(({ members }) => members.length)).toEqual(
          all.length % 2 === 0 ? [] : all.length === 1 ? [1] : [3],
        )
      }),
    )
  })

  test('lets whoever works already go on: only the odd one of three changes', () => {
    const before = pairUp(crowd(5), [], 's')
    const after = joinPairs(before, person(6), [])
    const pair = before.find(({ members }) => members.length === 2)
    expect(after.map(({ members }) => members)).toContainEqual(pair?.members)
  })

  test('changes nothing for somebody who is in already', () => {
    const groups = pairUp(crowd(5), [], 's')
    expect(joinPairs(groups, person(2), [])).toEqual(groups)
  })
})

/** By trying everything: what the quick way must not be worse than. */
const fewestRepeats = (people: readonly MemberId[], past: readonly Round[]): number => {
  const groupsOf = (couples: readonly (readonly [MemberId | null, MemberId | null])[]): PairGroup[] => {
    const odd = couples.find((one) => one.includes(null))?.find((one) => one !== null)
    const pairs = couples.filter((one) => !one.includes(null)).map((one) => [...one] as MemberId[])
    const [first, ...rest] = pairs
    if (odd && first)
      return [[...first, odd], ...rest].map((members) => ({ members, why: { kind: 'odd-one' } }))
    return pairs.map((members) => ({ members, why: { kind: 'first-time' } }))
  }
  const all = matchings<MemberId | null>(people.length % 2 === 0 ? people : [...people, null])
  return Math.min(...all.map((couples) => repeatsIn(groupsOf(couples), past)))
}

const matchings = <Seat>([first, ...others]: readonly Seat[]): (readonly [Seat, Seat])[][] =>
  first === undefined
    ? [[]]
    : others.flatMap((other, index) =>
        matchings(others.toSpliced(index, 1)).map((rest) => [[first, other] as const, ...rest]),
      )

test('The quick search for the cheapest matching finds what trying all of them finds.', () => {
  const prices = fc.infiniteStream(fc.nat({ max: 50 }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), prices, (half, stream) => {
      const seats = Array.from({ length: 2 * half }, (_, index) => index)
      const table = seats.map(() => seats.map(() => stream.next().value as number))
      const price = (a: number, b: number) => table[Math.min(a, b)]?.[Math.max(a, b)] ?? 0
      const sum = (couples: readonly (readonly [number, number])[]) =>
        couples.reduce((total, [a, b]) => total + price(a, b), 0)
      expect(sum(exactMatching(seats, price))).toBe(Math.min(...matchings(seats).map(sum)))
    }),
  )
})
