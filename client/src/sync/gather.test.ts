import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gatherChanges, LONGEST_WAIT } from './gather.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A device that takes so long to show something, and what it has shown, each time in one go. */
const device = (takes: number) => {
  const shown: number[][] = []
  let doing: number[] = []
  const gathering = gatherChanges(
    (changes) => {
      doing = []
      for (const change of changes) change()
      vi.setSystemTime(Date.now() + takes)
      shown.push(doing)
    },
    () => Date.now(),
  )
  return { shown, gathering, write: (number: number) => gathering.take(() => doing.push(number)) }
}

it('shows every change at once where that takes no time', () => {
  const { shown, write } = device(0)
  for (const number of [1, 2, 3]) write(number)
  expect(shown).toEqual([[1], [2], [3]])
})

it('gathers what comes while it rests, in its order, and shows it as one', () => {
  const { shown, write } = device(10)
  for (const number of [1, 2, 3]) write(number)
  expect(shown).toEqual([[1]])
  vi.advanceTimersByTime(39)
  expect(shown).toEqual([[1]])
  vi.advanceTimersByTime(1)
  expect(shown).toEqual([[1], [2, 3]])
})

it('lets nothing wait longer than a moment, however slow the device is', () => {
  const { shown, write } = device(5_000)
  write(1)
  write(2)
  vi.advanceTimersByTime(LONGEST_WAIT)
  expect(shown).toEqual([[1], [2]])
})

it('shows what waits when asked, and nothing after it was stopped', () => {
  const { shown, write, gathering } = device(10)
  write(1)
  write(2)
  gathering.flush()
  expect(shown).toEqual([[1], [2]])
  write(3)
  gathering.stop()
  vi.advanceTimersByTime(LONGEST_WAIT)
  expect(shown).toEqual([[1], [2]])
})
