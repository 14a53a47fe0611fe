import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { calledOff, daysUntil, past, upcoming } from './next-meeting.ts'

const now = Date.UTC(2026, 10, 22, 12)
const meeting = (phase: 'scheduled' | 'live' | 'wrapped' | 'cancelled', startsAt: number) => ({
  phase,
  startsAt,
})

describe('the next meeting', () => {
  it('is the live one, then the soonest', () => {
    const live = meeting('live', now - HOUR)
    const [soon, late] = [meeting('scheduled', now + DAY), meeting('scheduled', now + 8 * DAY)]
    expect(upcoming([late, soon, live, meeting('wrapped', now - DAY)], now)).toEqual([live, soon, late])
  })

  it('is waited for when it is late, and given up after half a day', () => {
    expect(upcoming([meeting('scheduled', now - HOUR)], now)).toHaveLength(1)
    expect(upcoming([meeting('scheduled', now - DAY)], now)).toHaveLength(0)
  })

  it('is never one that was cancelled', () => {
    expect(upcoming([meeting('cancelled', now + DAY)], now)).toEqual([])
  })
})

it('Show-notes stand latest first, and only of meetings that are over.', () => {
  const [older, newer] = [meeting('wrapped', now - 9 * DAY), meeting('wrapped', now - 2 * DAY)]
  expect(past([older, meeting('live', now), newer], now)).toEqual([newer, older])
})

it('Every meeting stands in exactly one list, whatever became of it.', () => {
  const phases = ['scheduled', 'live', 'wrapped', 'cancelled'] as const
  for (const phase of phases) {
    for (const startsAt of [now - 9 * DAY, now - HOUR, now + DAY]) {
      const one = [meeting(phase, startsAt)]
      expect([upcoming(one, now), calledOff(one, now), past(one, now)].flat()).toEqual(one)
    }
  }
})

it('Days are counted by the calendar of the zone.', () => {
  const lateEvening = Date.UTC(2026, 10, 22, 22, 30)
  expect(daysUntil(lateEvening + 2 * HOUR, lateEvening, 'UTC')).toBe(1)
  expect(daysUntil(lateEvening + 2 * HOUR, lateEvening, 'Europe/Berlin')).toBe(1)
  expect(daysUntil(lateEvening + 2 * HOUR, lateEvening, 'America/Los_Angeles')).toBe(0)
})
