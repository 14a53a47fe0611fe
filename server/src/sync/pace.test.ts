import { expect, it } from 'vitest'
import { Pace } from './pace.ts'
import { HandClock } from './testing/hand-clock.ts'

/** Four at once. */
const fiftyASecond = (clock: HandClock): Pace =>
  new Pace(clock, { eachMs: 20, toleranceMs: 80, longestMs: 20 })

/** Takes `count` with a pause after each, and answers how long each waited. */
const waits = (pace: Pace, clock: HandClock, count: number, pauseMs: number): number[] =>
  Array.from({ length: count }, () => {
    const wait = pace.take()
    clock.advance(wait + pauseMs)
    return wait
  })

it('DUR-6 lets a lone one pass at once, and a few together', () => {
  const clock = new HandClock()
  const pace = fiftyASecond(clock)
  expect(waits(pace, clock, 10, 25)).toEqual(Array(10).fill(0))
  clock.advance(1_000)
  expect(waits(pace, clock, 4, 0)).toEqual([0, 0, 0, 0])
})

it('DUR-6 lets no more than so many pass in a second', () => {
  const clock = new HandClock()
  const pace = fiftyASecond(clock)
  const before = clock.now()
  waits(pace, clock, 104, 1)
  expect(clock.now() - before).toBeGreaterThanOrEqual(2_000)
  expect(clock.now() - before).toBeLessThan(2_100)
})

it('DUR-6 makes nobody wait longer than one interval when the clock is set back', () => {
  const clock = new HandClock()
  const pace = fiftyASecond(clock)
  waits(pace, clock, 20, 0)
  clock.advance(-3_600_000)
  expect(Math.max(...waits(pace, clock, 20, 0))).toBeLessThanOrEqual(20)
})
