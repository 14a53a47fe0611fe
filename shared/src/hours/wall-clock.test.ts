import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../kernel/time.ts'
import { RESTLESS } from './people-fixture.ts'
import { timeOf, WallClock } from './wall-clock.ts'

// Other work on the same machine may take its time.
vi.setConfig({ testTimeout: 60_000 })

const clockNear = (zone: string, at: number) => new WallClock(zone, at - 40 * DAY, at + 40 * DAY)
const spansAt = (zone: string, iso: string, minutes: number) =>
  clockNear(zone, Date.parse(iso))
    .spans(Date.parse(iso), minutes)
    .map(({ weekday, from, to }) => [weekday, timeOf(from), to === 1440 ? '24:00' : timeOf(to)])

test('H1: The clock shows what Temporal shows, in every restless zone, at any instant.', () => {
  const at = fc.integer({ min: Date.UTC(2008, 0) / MINUTE, max: Date.UTC(2030, 0) / MINUTE })
  fc.assert(
    fc.property(fc.constantFrom(...RESTLESS), at, (zone, minute) => {
      const there = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE).toZonedDateTimeISO(zone)
      expect(clockNear(zone, minute * MINUTE).at(minute * MINUTE)).toEqual({
        day: there.toPlainDate().toString(),
        time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
      })
    }),
    { numRuns: 200 },
  )
})

test('H1: The stretches of a meeting are exactly its minutes, each as its zone shows it.', () => {
  const at = fc.integer({ min: Date.UTC(2009, 0) / MINUTE, max: Date.UTC(2030, 0) / MINUTE })
  fc.assert(
    fc.property(
      fc.constantFrom(...RESTLESS),
      at,
      fc.integer({ min: 1, max: 300 }),
      (zone, minute, length) => {
        const shown = clockNear(zone, minute * MINUTE)
          .spans(minute * MINUTE, length)
          .flatMap(({ weekday, from, to }) =>
            Array.from({ length: to - from }, (_, index) => `${weekday} ${timeOf(from + index)}`),
          )
        const start = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE).toZonedDateTimeISO(zone)
        expect(shown).toEqual(
          Array.from({ length }, (_, index) => {
            const there = start.add({ minutes: index })
            return `${there.dayOfWeek} ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
          }),
        )
      },
    ),
    { numRuns: 30 },
  )
})

test.each([
  [
    'skips an hour in spring',
    'Europe/Berlin',
    '2026-03-29T00:30Z',
    60,
    [
      [7, '01:30', '02:00'],
      [7, '03:00', '03:30'],
    ],
  ],
  [
    'repeats an hour in autumn',
    'Europe/Berlin',
    '2026-10-25T00:30Z',
    60,
    [
      [7, '02:30', '03:00'],
      [7, '02:00', '02:30'],
    ],
  ],
  [
    'skips half an hour',
    'Australia/Lord_Howe',
    '2026-10-03T15:15Z',
    30,
    [
      [7, '01:45', '02:00'],
      [7, '02:30', '02:45'],
    ],
  ],
  [
    'repeats half an hour',
    'Australia/Lord_Howe',
    '2026-04-04T14:45Z',
    30,
    [
      [7, '01:45', '02:00'],
      [7, '01:30', '01:45'],
    ],
  ],
  ['is off by half an hour', 'Asia/Kolkata', '2026-11-26T16:00Z', 60, [[4, '21:30', '22:30']]],
  [
    'is off by three quarters',
    'Asia/Kathmandu',
    '2026-11-26T17:45Z',
    60,
    [
      [4, '23:30', '24:00'],
      [5, '00:00', '00:30'],
    ],
  ],
  [
    'left a whole Friday out',
    'Pacific/Apia',
    '2011-12-30T09:30Z',
    60,
    [
      [4, '23:30', '24:00'],
      [6, '00:00', '00:30'],
    ],
  ],
  [
    'has summer when others have winter',
    'Pacific/Auckland',
    '2026-01-05T20:00Z',
    60,
    [[2, '09:00', '10:00']],
  ],
] as const)('A zone that %s is told as its clocks show it: %s.', (_, zone, iso, minutes, spans) => {
  expect(spansAt(zone, iso, minutes)).toEqual(spans)
})

test.each([
  ['America/Sao_Paulo', '2018-12-06T13:00Z', '11:00', '2026-12-03T13:00Z', '10:00'],
  ['Europe/Istanbul', '2015-12-03T08:00Z', '10:00', '2026-12-03T08:00Z', '11:00'],
  ['Pacific/Apia', '2019-12-05T20:00Z', '10:00', '2026-12-03T20:00Z', '09:00'],
])('%s gave up its old rule: each date is read by the rule of its time.', (zone, then, was, now, is) => {
  const clock = (iso: string) => clockNear(zone, Date.parse(iso)).at(Date.parse(iso)).time
  expect([clock(then), clock(now)]).toEqual([was, is])
})
