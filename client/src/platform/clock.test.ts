import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetServerTime, noteServerTime, serverNow } from './clock.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  forgetServerTime()
})
afterEach(() => {
  vi.useRealTimers()
})

it('takes this device’s clock until the server has told its own', () => {
  expect(serverNow()).toBe(1_000_000)
})

it('counts half of the round trip', () => {
  noteServerTime(1_005_000, 100, 0)
  expect(serverNow()).toBe(1_005_050)
})

it('keeps the better of two estimates', () => {
  noteServerTime(1_005_000, 20, 0)
  noteServerTime(1_009_000, 3000, 0)
  expect(serverNow()).toBe(1_005_010)
})

it('prefers a fresh estimate to one that has grown old', () => {
  noteServerTime(1_005_000, 20, 0)
  vi.setSystemTime(1_000_000 + 3_600_000)
  noteServerTime(1_000_000 + 3_600_000 + 8000, 200, 0)
  expect(serverNow()).toBe(1_000_000 + 3_600_000 + 8100)
})

it('is not led astray by an answer without a date', () => {
  noteServerTime(Number.NaN, 10)
  expect(serverNow()).toBe(1_000_000)
})
