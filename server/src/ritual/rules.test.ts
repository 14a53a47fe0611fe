import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY, MINUTE } from '@rondo/shared/kernel/time.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextCall, nextHour, weekOf } from './rules.ts'

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
] as const

const at = (text: string) => Date.parse(text)
const wall = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant)

test('An hour of the week keeps its place on the wall over both changes of the clocks.', () => {
  let now = at('2026-01-01T00:00:00Z')
  const walls = new Set<string>()
  const steps = new Set<number>()
  for (let week = 0; week < 52; week++) {
    const next = nextHour({ weekday: 5, time: '15:00' }, 'Europe/Berlin', now)
    walls.add(wall(next, 'Europe/Berlin'))
    if (week > 0) steps.add((next - now) / (60 * MINUTE))
    now = next
  }
  expect([...walls]).toEqual(['Fri 15:00'])
  expect([...steps].toSorted((a, b) => a - b)).toEqual([167, 168, 169])
})

test('An hour that a clock change skips comes later that night; one that it repeats comes once.', () => {
  const sunday = { weekday: 7, time: '02:30' }
  const skipped = nextHour(sunday, 'Europe/Berlin', at('2026-03-28T12:00:00Z'))
  expect(wall(skipped, 'Europe/Berlin')).toBe('Sun 03:30')
  const repeated = nextHour(sunday, 'Europe/Berlin', at('2026-10-24T12:00:00Z'))
  expect(new Date(repeated).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(nextHour(sunday, 'Europe/Berlin', repeated) - repeated).toBeGreaterThan(6 * DAY)
})

test('The next hour is always later, within eight days and a clock change, in every zone.', () => {
  const anyHour = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`),
  })
  const anyInstant = fc.integer({ min: at('2005-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') })
  fc.assert(
    fc.property(anyHour, fc.constantFrom(...ZONES), anyInstant, (hour, zone, now) => {
      const next = nextHour(hour, zone, now)
      expect(next).toBeGreaterThan(now)
      expect(next - now).toBeLessThanOrEqual(8 * DAY)
    }),
    { numRuns: 300 },
  )
})

test('A week is named by its Monday on the circle’s calendar.', () => {
  expect(weekOf(at('2026-03-01T23:30:00Z'), 'Europe/Berlin')).toBe('2026-03-02')
  expect(weekOf(at('2026-03-01T23:30:00Z'), 'America/New_York')).toBe('2026-02-23')
})

test('Whoever comes next is called when the present slot is up, if somebody comes next.', () => {
  const [ada, ben] = ['a', 'b'] as MemberId[] as [MemberId, MemberId]
  const slots = [
    { id: 'one', minutes: 10, lead: ada },
    { id: 'two', minutes: 10, lead: ben },
    { id: 'end', minutes: 5, lead: null },
  ]
  const call = nextCall(slots, { id: 'one', enteredAt: 1000 })
  expect(call).toEqual({ slotId: 'two', memberId: ben, at: 1000 + 10 * MINUTE })
  expect(nextCall(slots, { id: 'two', enteredAt: 1000 })).toBeNull()
  expect(nextCall(slots, { id: 'end', enteredAt: 1000 })).toBeNull()
  expect(nextCall(slots, { id: 'gone', enteredAt: 1000 })).toBeNull()
})
