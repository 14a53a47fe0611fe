import { wireLimits } from '@rondo/shared/wire/limits.ts'
import { expect, it } from 'vitest'
import { HandClock } from './testing/hand-clock.ts'
import { WriteBudget } from './write-budget.ts'

const mebibyte = 1024 * 1024

it('T16 LIM-6 a long paste and the answer after a day offline are read without a pause', () => {
  const budget = new WriteBudget(new HandClock(), wireLimits)
  expect(budget.spend('ada', mebibyte)).toBe(0)
  expect(budget.spend('ada', 2 * mebibyte)).toBe(0)
  for (let i = 0; i < 1_000; i++) expect(budget.spend('ada', 100)).toBe(0)
})

it('T16 LIM-6 whoever goes on writing more is held to five megabytes a minute, and others are not', () => {
  const clock = new HandClock()
  const budget = new WriteBudget(clock, wireLimits)
  let written = 0
  const from = clock.now()
  while (clock.now() - from < 600_000) {
    clock.advance(budget.spend('mallory', mebibyte) + 1)
    written += mebibyte
  }
  expect(written / mebibyte).toBeLessThan(58)
  expect(written / mebibyte).toBeGreaterThan(50)
  expect(budget.spend('ada', mebibyte)).toBe(0)
})

it('T16 LIM-6 nobody is held for longer than a minute at a time, and after that time all is forgiven', () => {
  const clock = new HandClock()
  const budget = new WriteBudget(clock, wireLimits)
  for (let i = 0; i < 50; i++) expect(budget.spend('mallory', 2 * mebibyte)).toBeLessThanOrEqual(60_000)
  clock.advance(2 * 60_000)
  expect(budget.spend('mallory', mebibyte)).toBe(0)
})
