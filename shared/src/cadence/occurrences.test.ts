import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type Recurrence, recurrence } from './model.ts'
import { checkRecurrence, occurrencesIn } from './occurrences.ts'
import { readRule } from './rule.ts'

const every = (rule: string, more: Partial<Recurrence> = {}): Recurrence => ({
  rule,
  startsOn: '2026-01-01',
  times: ['15:00'],
  exceptions: [],
  ...more,
})
const year = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2027, 0, 1) }

const local = (recurrence: Recurrence, zone: string, window = year): string[] =>
  occurrencesIn(recurrence, zone, window).map(({ startsAt }) =>
    Temporal.Instant.fromEpochMilliseconds(startsAt)
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
  )

describe('Over a year the wall time stays, whatever the clocks do', () => {
  test.each([
    ['Europe/Berlin', ['+01:00', '+02:00']],
    ['Australia/Sydney', ['+10:00', '+11:00']],
    ['America/Santiago', ['-03:00', '-04:00']],
    ['Asia/Kolkata', ['+05:30']],
    ['Australia/Lord_Howe', ['+10:30', '+11:00']],
    ['Pacific/Chatham', ['+12:45', '+13:45']],
  ])('in %s.', (zone, offsets) => {
    const found = local(every('FREQ=WEEKLY;BYDAY=TH'), zone)
    expect(found).toHaveLength(53)
    expect(new Set(found.map((text) => text.slice(11, 16)))).toEqual(new Set(['15:00']))
    expect([...new Set(found.map((text) => text.slice(16)))].toSorted()).toEqual(offsets.toSorted())
  })
})

test('A zone that changed its rule: Mexico City has no summer time since 2022, and the wall time stays.', () => {
  const window = { from: Date.UTC(2022, 0, 1), until: Date.UTC(2024, 0, 1) }
  const found = local(
    every('FREQ=WEEKLY;BYDAY=TH', { startsOn: '2022-01-06' }),
    'America/Mexico_City',
    window,
  )
  expect(
    found.filter((text) => text.startsWith('2022-07')).every((text) => text.endsWith('15:00-05:00')),
  ).toBe(true)
  expect(
    found.filter((text) => text.startsWith('2023-07')).every((text) => text.endsWith('15:00-06:00')),
  ).toBe(true)
  expect(found.every((text) => text.slice(11, 16) === '15:00')).toBe(true)
})

test('A time that the clocks skip is not lost, and one that they show twice is not doubled.', () => {
  const nights = every('FREQ=WEEKLY;BYDAY=SU', { times: ['02:30'] })
  const found = local(nights, 'Europe/Berlin')
  expect(found).toHaveLength(52)
  expect(found).toContain('2026-03-29T03:30+02:00')
  expect(found).toContain('2026-10-25T02:30+02:00')
})

test('Every other week keeps its rhythm from the day it starts on.', () => {
  const found = local(every('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', { startsOn: '2026-03-05' }), 'Europe/Berlin')
  expect(found.slice(0, 3).map((text) => text.slice(0, 10))).toEqual([
    '2026-03-05',
    '2026-03-19',
    '2026-04-02',
  ])
  const later = { from: Date.UTC(2026, 5, 1), until: Date.UTC(2026, 6, 1) }
  expect(
    local(every('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', { startsOn: '2026-03-05' }), 'Europe/Berlin', later),
  ).toEqual(found.filter((text) => text.startsWith('2026-06')))
})

test('Monthly by weekday: the first Thursday, the last Friday, the last working day.', () => {
  const daysOf = (rule: string) =>
    local(every(rule), 'Europe/Berlin')
      .slice(0, 3)
      .map((text) => text.slice(0, 10))
  expect(daysOf('FREQ=MONTHLY;BYDAY=1TH')).toEqual(['2026-01-01', '2026-02-05', '2026-03-05'])
  expect(daysOf('FREQ=MONTHLY;BYDAY=-1FR')).toEqual(['2026-01-30', '2026-02-27', '2026-03-27'])
  expect(daysOf('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')).toEqual([
    '2026-01-30',
    '2026-02-27',
    '2026-03-31',
  ])
})

test('Several times take turns, also when only a part of the series is looked at, and an exception shifts nothing.', () => {
  const turns = every('FREQ=WEEKLY;BYDAY=TH', { times: ['08:00', '16:00', '20:00'] })
  const found = local(turns, 'Europe/Berlin')
  expect(found.slice(0, 4).map((text) => text.slice(11, 16))).toEqual(['08:00', '16:00', '20:00', '08:00'])
  const part = { from: Date.UTC(2026, 0, 14), until: Date.UTC(2026, 1, 1) }
  expect(local(turns, 'Europe/Berlin', part)).toEqual(found.slice(2, 5))
  const without = local({ ...turns, exceptions: ['2026-01-08'] }, 'Europe/Berlin')
  expect(without).toEqual(found.filter((text) => !text.startsWith('2026-01-08')))
})

test('An end is the last day that may have a meeting, and a number counts from the start.', () => {
  expect(local(every('FREQ=WEEKLY;BYDAY=TH;UNTIL=20260115'), 'Europe/Berlin')).toHaveLength(3)
  expect(local(every('FREQ=WEEKLY;BYDAY=TH;COUNT=4'), 'Europe/Berlin')).toHaveLength(4)
})

const now = Date.UTC(2026, 5, 1)

test.each([
  ['without end and without a day', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'yields no meeting'],
  ['over already', 'FREQ=WEEKLY;UNTIL=20260201', 'yields no meeting'],
  ['by seconds', 'FREQ=SECONDLY', 'no right value for FREQ'],
  ['by hours', 'FREQ=DAILY;BYHOUR=9,10', 'BYHOUR'],
  ['with a part nobody knows', 'FREQ=WEEKLY;FOO=1', 'FOO'],
  ['with a month that is none', 'FREQ=MONTHLY;BYMONTH=13', 'no right value for BYMONTH'],
  ['with two ends', 'FREQ=WEEKLY;COUNT=2;UNTIL=20270101', 'not by both'],
  ['of no step', 'FREQ=WEEKLY;INTERVAL=0', 'no right value for INTERVAL'],
  ['of two lines', 'FREQ=WEEKLY\nDTSTART:20200101', 'no right value for FREQ'],
  ['without a frequency', 'BYDAY=TH', 'must begin with FREQ'],
  ['that counts days of a week', 'FREQ=WEEKLY;BYDAY=2TH', 'within months and years'],
  ['that is empty', '', 'cannot have the part'],
])('A rule %s is refused with words that say why.', (_, rule, words) => {
  const checked = checkRecurrence(every(rule), 'Europe/Berlin', now)
  expect(checked).toMatchObject({ ok: false, refusal: { code: 'invalid', errors: [{ field: 'rule' }] } })
  expect(checked.ok ? '' : checked.refusal.detail).toContain(words)
})

test('Whatever is written as a rule is refused or computed, soon and without a fault.', () => {
  const part = fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    'FREQ=MONTHLY',
    'FREQ=YEARLY',
    'INTERVAL=2',
    'INTERVAL=99',
    'COUNT=999',
    'UNTIL=20300101',
    'BYDAY=MO',
    'BYDAY=5FR,-5MO',
    'BYMONTHDAY=31',
    'BYMONTHDAY=-31',
    'BYMONTH=2',
    'BYSETPOS=-1',
    'BYSETPOS=31',
    'WKST=SU',
    'x',
  )
  fc.assert(
    fc.property(
      fc.uniqueArray(part, { minLength: 1, maxLength: 5 }),
      fc.string({ maxLength: 4 }),
      (parts, noise) => {
        for (const rule of [parts.join(';'), `${parts.join(';')}${noise}`]) {
          const checked = checkRecurrence(every(rule), 'Europe/Berlin', now)
          if (checked.ok) expect(readRule(rule).ok).toBe(true)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('Times that take turns are counted over some years only: nobody holds everybody up with a rule from long ago.', () => {
  const turns = { times: ['10:00', '11:00'] }
  const weekly = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'
  const old = checkRecurrence(every(weekly, { ...turns, startsOn: '1971-01-01' }), 'Europe/Berlin', now)
  expect(old.ok ? [] : old.refusal.errors?.map(({ field }) => field)).toEqual(['startsOn'])
  expect(checkRecurrence(every(weekly, { startsOn: '1971-01-01' }), 'Europe/Berlin', now).ok).toBe(true)
  expect(checkRecurrence(every(weekly, { ...turns, startsOn: '2024-01-01' }), 'Europe/Berlin', now).ok).toBe(
    true,
  )
})

test('Only days of this time can be the first one.', () => {
  const first = (startsOn: string) => recurrence.safeParse(every('FREQ=DAILY', { startsOn })).success
  expect(['0001-01-01', '2026-01-01', '9990-01-01'].map(first)).toEqual([false, true, false])
})
