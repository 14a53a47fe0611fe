import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, daysLater, weekBegin, weeksBetween } from './calendar-weeks.ts'

describe('the calendar of the rota', () => {
  it('takes the day where the circle is, not where the reader is', () => {
    const lateInBerlin = Date.UTC(2026, 10, 26, 23, 30)
    expect(dayIn(lateInBerlin, 'Europe/Berlin')).toBe('2026-11-27')
    expect(dayIn(lateInBerlin, 'America/Los_Angeles')).toBe('2026-11-26')
  })

  it('begins weeks on Mondays and crosses months and years', () => {
    expect(weekBegin('2026-11-26')).toBe('2026-11-23')
    expect(weekBegin('2026-11-22')).toBe('2026-11-16')
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01')
    expect(weeksBetween('2026-11-26', '2026-12-10').map((week) => week[0])).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ])
  })

  it('holds every day between the first and the last exactly once, over clock changes too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 90 }), (start, length) => {
        const first = daysLater('2026-01-01', start)
        const last = daysLater(first, length)
        const days = weeksBetween(first, last).flat()
        expect(new Set(days).size).toBe(days.length)
        for (let index = 0; index <= length; index++) expect(days).toContain(daysLater(first, index))
        expect(days.every((day, index) => index === 0 || day === daysLater(days[index - 1] ?? '', 1))).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })
})
