import { describe, expect, it } from 'vitest'
import { cityOf, dateWords, timeWords } from './time-words.ts'

const thursday = Date.UTC(2026, 10, 26, 16, 0)
const now = Date.UTC(2026, 10, 22)
const seattle = { locale: 'en', timeZone: 'America/Los_Angeles' }

describe('a time in words', () => {
  it('is said in the zone of the circle and as the reader’s clock shows it', () => {
    expect(timeWords(thursday, 'Europe/Berlin', seattle, { now })).toEqual({
      there: 'Thu 26 Nov, 17:00',
      city: 'Berlin',
      yours: '08:00',
    })
  })

  it('leaves the reader’s part out where both clocks agree', () => {
    const warsaw = { locale: 'en', timeZone: 'Europe/Warsaw' }
    expect(timeWords(thursday, 'Europe/Berlin', warsaw, { now }).yours).toBeNull()
  })

  it('names the reader’s day where it is another one', () => {
    const night = Date.UTC(2026, 10, 26, 3, 0)
    expect(timeWords(night, 'Asia/Tokyo', seattle, { now }).yours).toBe('Wed 25 Nov, 19:00')
  })

  it('leaves the day out where it stands nearby', () => {
    expect(timeWords(thursday, 'Europe/Berlin', seattle, { now, withDay: false }).there).toBe('17:00')
  })

  it('speaks the reader’s language', () => {
    const berlin = { locale: 'de', timeZone: 'Europe/Berlin' }
    expect(timeWords(thursday, 'Europe/Berlin', berlin, { now }).there).toBe('Do., 26. Nov., 17:00')
  })

  it('keeps the wall time across a change of clocks', () => {
    const summer = Date.UTC(2027, 5, 24, 15, 0)
    expect(timeWords(summer, 'Europe/Berlin', seattle, { now }).there).toContain('17:00')
  })

  it('calls a zone by its city, with spaces', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
    expect(cityOf('UTC')).toBe('UTC')
  })

  it('does not move a day without a zone', () => {
    expect(dateWords('2026-12-03', 'en', now)).toBe('Thu 3 Dec')
  })
})
