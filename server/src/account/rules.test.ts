import { DAY, MINUTE } from '@rondo/shared/kernel/time.ts'
import { expect, test } from 'vitest'
import { colourOf, countAttempt, isAlive, type Throttle } from './rules.ts'

test('A session lives 14 days after its last use and 90 days in all.', () => {
  const used = { createdAt: 0, lastUsedAt: 0 }
  expect(isAlive(used, 14 * DAY - 1)).toBe(true)
  expect(isAlive(used, 14 * DAY)).toBe(false)
  expect(isAlive({ createdAt: 0, lastUsedAt: 89 * DAY }, 90 * DAY - 1)).toBe(true)
  expect(isAlive({ createdAt: 0, lastUsedAt: 89 * DAY }, 90 * DAY)).toBe(false)
})

test('Colours go round the sixteen places of the palette in the order of joining.', () => {
  expect([0, 1, 15, 16].map(colourOf)).toEqual([1, 2, 16, 1])
})

test('The first attempts are free, later ones wait twice as long each time, up to a quarter of an hour.', () => {
  const waits: number[] = []
  let count: Throttle | undefined
  let now = 0
  for (let i = 0; i < 20; i += 1) {
    count = countAttempt('account', count, now)
    waits.push(count.openAt - now)
    now = count.openAt
  }
  expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 1000, 2000, 4000, 8000])
  expect(Math.max(...waits)).toBe(15 * MINUTE)
})

test('Failures are forgotten after a day without another one.', () => {
  const before = { failures: 12, openAt: 0, lastAt: 0 }
  expect(countAttempt('account', before, DAY - 1).failures).toBe(13)
  expect(countAttempt('account', before, DAY).failures).toBe(1)
})
