import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Tally, worthOf } from './worth.ts'

const mark = fc.integer({ min: 1, max: 5 })
const tallyOf = (marks: readonly number[]): Tally =>
  [1, 2, 3, 4, 5].map((one) => ({ mark: one, count: marks.filter((given) => given === one).length }))

test('Nothing is said before everybody has had their say, so no two looks differ by one mark.', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
      for (let count = 0; count <= marks.length; count++)
        expect(worthOf(tallyOf(marks.slice(0, count)), false)).toBeNull()
    }),
  )
})

test('Nothing is said of fewer than five.', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 4 }), (marks) => {
      expect(worthOf(tallyOf(marks), true)).toBeNull()
    }),
  )
})

/** All ways in which `count` people can mark. */
const ways = (count: number): number[][] =>
  count === 0 ? [[]] : ways(count - 1).flatMap((marks) => [1, 2, 3, 4, 5].map((one) => [...marks, one]))

test('Whatever five or six people said, somebody may have said something else and the answer would be the same.', () => {
  for (const count of [5, 6]) {
    const spoken = new Map<string, number[][]>()
    for (const marks of ways(count)) {
      const said = JSON.stringify(worthOf(tallyOf(marks), true))
      spoken.set(said, [...(spoken.get(said) ?? []), marks])
    }
    for (const all of spoken.values())
      for (let person = 0; person < count; person++)
        expect(new Set(all.map((marks) => marks[person])).size).toBeGreaterThan(1)
  }
})

test('It is the average to half a mark, of at least a multiple of five.', () => {
  expect(worthOf(tallyOf([5, 5, 4, 4, 4, 3, 5]), true)).toEqual({ average: 4.5, atLeast: 5 })
  expect(worthOf(tallyOf(Array(11).fill(2)), true)).toEqual({ average: 2, atLeast: 10 })
})
