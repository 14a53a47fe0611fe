import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, cueAt, nearest, placeOf } from './moments.ts'

test('A recording begins with its meeting unless somebody said otherwise.', () => {
  expect(beginningOf({ startsAt: null }, 1000)).toBe(1000)
  expect(beginningOf({ startsAt: 400 }, 1000)).toBe(400)
  expect([placeOf(1500, 1000), placeOf(500, 1000)]).toEqual([500, 0])
})

test('Nearest is the last moment that had come, in whatever order they stand; before all of them the first.', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 30 }), fc.nat(1000), (times, at) => {
      const found = nearest(
        times.map((time) => ({ at: time })),
        at,
      )?.at
      const come = times.filter((time) => time <= at)
      if (times.length === 0) expect(found).toBeUndefined()
      else expect(found).toBe(come.length > 0 ? Math.max(...come) : Math.min(...times))
    }),
  )
})

test('The cue at a place is the last that has begun, as a search through all of them finds it.', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 40 }), fc.nat(1100), (starts, place) => {
      const cues = starts.toSorted((a, b) => a - b).map((start) => ({ start }))
      expect(cueAt(cues, place)).toBe(cues.findLastIndex(({ start }) => start <= place))
    }),
  )
})
