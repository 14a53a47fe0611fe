import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../kernel/time.ts'
import { NO_EXIT } from './course.ts'
import { driftOf, type PastMeeting } from './drift.ts'

const circle = {
  status: 'active',
  timeZone: 'Pacific/Apia',
  goals: [],
  exit: NO_EXIT,
  renewedAt: null,
  meetings: [],
} as const
const past = (...held: boolean[]): PastMeeting[] => held.map((wasHeld, n) => ({ startsAt: n * DAY, wasHeld }))

test('Two missed meetings in a row are a drift, and only the latest two count.', () => {
  expect(driftOf({ ...circle, meetings: past(true, false, false) }, 9 * DAY)).toEqual(['missed'])
  expect(driftOf({ ...circle, meetings: past(false, false, true) }, 9 * DAY)).toEqual([])
  expect(driftOf({ ...circle, meetings: past(false) }, 9 * DAY)).toEqual([])
})

test('What was missed before a renewal is forgiven.', () => {
  const meetings = past(false, false, false)
  expect(driftOf({ ...circle, meetings, renewedAt: DAY }, 9 * DAY)).toEqual([])
  expect(driftOf({ ...circle, meetings, renewedAt: DAY - 1 }, 9 * DAY)).toEqual(['missed'])
})

test('The exit day is the day of the circle, on whichever side of the date line.', () => {
  const exit = { ...NO_EXIT, on: '2026-03-06' }
  const midnight = Date.UTC(2026, 2, 5, 11)
  expect(driftOf({ ...circle, exit }, midnight - 1)).toEqual([])
  expect(driftOf({ ...circle, exit }, midnight)).toEqual(['date'])
  expect(driftOf({ ...circle, timeZone: 'America/Los_Angeles', exit }, midnight + 20 * HOUR)).toEqual([])
})

test('Only an active circle drifts, and goals that are none are never all met.', () => {
  const exit = { on: '2020-01-01', meetings: 1, goals: true }
  const drifting = { ...circle, exit, meetings: past(true) }
  expect(driftOf(drifting, Date.UTC(2026, 0))).toEqual(['date', 'meetings'])
  for (const status of ['draft', 'closing', 'archived'] as const)
    expect(driftOf({ ...drifting, status }, Date.UTC(2026, 0))).toEqual([])
})

test('An exit by meetings is met by as many as were held, whatever was missed between.', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), fc.integer({ min: 1, max: 20 }), (held, wanted) => {
      const drift = driftOf(
        { ...circle, exit: { ...NO_EXIT, meetings: wanted }, meetings: past(...held) },
        99 * DAY,
      )
      expect(drift.includes('meetings')).toBe(held.filter(Boolean).length >= wanted)
    }),
  )
})
