import { DAY } from '@rondo/shared/kernel/time.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantIn, localTimeIn, proposedTime } from './zone-time.ts'

describe('a time in the circle’s zone', () => {
  it('is the same instant that the zone’s clock showed', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Africa/Nairobi')
    const minute = fc.integer({ min: 30_000_000, max: 31_000_000 }).map((minutes) => minutes * 60_000)
    fc.assert(
      fc.property(zone, minute, (name, at) => {
        const back = instantIn(name, localTimeIn(name, at))
        expect(localTimeIn(name, back ?? 0)).toEqual(localTimeIn(name, at))
      }),
    )
  })

  it('in the hour that a clock change skips is an hour later', () => {
    const skipped = instantIn('Europe/Berlin', { day: '2026-03-29', time: '02:30' })
    expect(skipped).toBe(Date.UTC(2026, 2, 29, 1, 30))
  })

  it('that is none has no instant', () => {
    expect(instantIn('Europe/Berlin', { day: '', time: '17:00' })).toBeUndefined()
  })

  it('is proposed a week after the last meeting, at the same time of day, also across a clock change', () => {
    const last = Date.UTC(2026, 9, 22, 15)
    expect(proposedTime('Europe/Berlin', last, last + DAY)).toEqual({ day: '2026-10-29', time: '17:00' })
    expect(proposedTime('Europe/Berlin', last, last + 20 * DAY)).toEqual({ day: '2026-11-12', time: '17:00' })
  })
})
