import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberId } from '../kernel/id.ts'
import { assignSwap, joinSwap, type Review } from './swap.ts'

const person = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as MemberId
const crowd = (n: number) => Array.from({ length: n }, (_, index) => person(index + 1))
const size = fc.integer({ min: 2, max: 40 })
const seed = fc.string({ maxLength: 8 })

/** Each reviews exactly one other and is reviewed by exactly one, and nobody themself. */
const isFair = (reviews: readonly Review[], people: readonly MemberId[]): void => {
  expect(reviews.map(({ reviewer }) => reviewer).toSorted()).toEqual(people.toSorted())
  expect(reviews.map(({ reviewed }) => reviewed).toSorted()).toEqual(people.toSorted())
  expect(reviews.filter(({ reviewer, reviewed }) => reviewer === reviewed)).toEqual([])
}

test('Each reviews exactly one other and is reviewed once, never themself, for odd numbers as for even.', () => {
  fc.assert(fc.property(size, seed, (n, s) => isFair(assignSwap(crowd(n), s), crowd(n))))
})

test('One person alone reviews nobody and waits.', () => {
  expect(assignSwap(crowd(1), 's')).toEqual([])
  expect(assignSwap([], 's')).toEqual([])
  isFair(joinSwap(assignSwap(crowd(1), 's'), crowd(2), 's'), crowd(2))
})

test('The same people and seed give the same ring, in whatever order they came; another seed gives another one.', () => {
  fc.assert(
    fc.property(size, seed, (n, s) => {
      expect(assignSwap(crowd(n).toReversed(), s)).toEqual(assignSwap(crowd(n), s))
    }),
  )
  const rings = new Set(['a', 'b', 'c', 'd'].map((s) => JSON.stringify(assignSwap(crowd(9), s))))
  expect(rings.size).toBe(4)
})

test('Whoever comes late is let in, and only one person reviews somebody else than before.', () => {
  fc.assert(
    fc.property(size, seed, (n, s) => {
      const before = assignSwap(crowd(n), s)
      const after = joinSwap(before, crowd(n + 1), s)
      isFair(after, crowd(n + 1))
      const reviewedBy = (reviews: readonly Review[], who: MemberId) =>
        reviews.find(({ reviewer }) => reviewer === who)?.reviewed
      const moved = crowd(n).filter((who) => reviewedBy(before, who) !== reviewedBy(after, who))
      expect(moved).toHaveLength(1)
    }),
  )
})

test('Several late ones at once are all let in.', () => {
  fc.assert(
    fc.property(size, fc.integer({ min: 0, max: 9 }), seed, (n, late, s) => {
      isFair(joinSwap(assignSwap(crowd(n), s), crowd(n + late), s), crowd(n + late))
    }),
  )
})
