import { DAY } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { agoOf, agoWords } from './ago.ts'

const now = Date.UTC(2026, 10, 22, 12)

describe('how long ago', () => {
  it('is told in days, then weeks, months and years', () => {
    expect(agoOf(now - 3 * DAY, now)).toEqual({ unit: 'day', count: 3 })
    expect(agoOf(now - 14 * DAY, now)).toEqual({ unit: 'week', count: 2 })
    expect(agoOf(now - 63 * DAY, now)).toEqual({ unit: 'week', count: 9 })
    expect(agoOf(now - 245 * DAY, now)).toEqual({ unit: 'month', count: 8 })
    expect(agoOf(now - 800 * DAY, now)).toEqual({ unit: 'year', count: 2 })
  })

  it('never lies in the future, even when clocks differ', () => {
    expect(agoOf(now + DAY, now)).toEqual({ unit: 'day', count: 0 })
  })

  it('speaks the language of the reader', () => {
    expect(agoWords(now - 63 * DAY, now, 'en')).toBe('9 weeks ago')
    expect(agoWords(now - 63 * DAY, now, 'de')).toBe('vor 9 Wochen')
    expect(agoWords(now - DAY, now, 'en')).toBe('yesterday')
  })
})
