import { HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockOf, marginTime, untilNextSecond } from './timing.ts'

it('A length counts down to 0:00 and up from it, as clocks do.', () => {
  expect(clockOf(9 * MINUTE + 54_000)).toBe('9:54')
  expect(clockOf(1)).toBe('0:01')
  expect(clockOf(0)).toBe('0:00')
  expect(clockOf(-72_900)).toBe('1:12')
  expect(clockOf(HOUR + 4 * MINUTE + 9_000)).toBe('1:04:09')
})

it('The margin of show-notes tells hours and minutes since the start.', () => {
  expect(marginTime(31 * MINUTE + 59_000)).toBe('0:31')
  expect(marginTime(61 * MINUTE)).toBe('1:01')
  expect(marginTime(-MINUTE)).toBe('0:00')
})

it('Every screen waits for the same turn of the second.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      const wait = untilNextSecond(now)
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(1000)
      expect((now + wait) % 1000).toBe(0)
    }),
  )
})
