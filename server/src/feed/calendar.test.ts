import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { expect, test } from 'vitest'
import { calendarText } from './calendar.ts'

const told = (timeZone: string, startsAt: string, minutes: number): (string | undefined)[] => {
  const meeting = {
    id: '00000000-0000-4000-8000-000000000001' as MeetingId,
    title: 'Talk',
    circleName: 'Core',
    timeZone,
    startsAt: Date.parse(startsAt),
    minutes,
    cancelReason: null,
    roles: [],
  }
  const owner = { id: '00000000-0000-4000-8000-000000000002' as MemberId, timeZone, locale: 'en' } as const
  const text = calendarText('Core', [{ meeting, sequence: 0, changedAt: 0 }], {
    owner,
    publicUrl: 'https://rondo.example.org',
  })
  const event = text.slice(text.indexOf('BEGIN:VEVENT'))
  return ['DTSTART', 'DTEND'].map((name) => new RegExp(`^${name}.*$`, 'm').exec(event)?.[0]?.trim())
}

test('A meeting is told by the clock on the wall of its circle.', () => {
  expect(told('Europe/Berlin', '2026-12-03T16:00:00Z', 60)).toEqual([
    'DTSTART;TZID=Europe/Berlin:20261203T170000',
    'DTEND;TZID=Europe/Berlin:20261203T180000',
  ])
})

test.each([
  ['begins before a clock goes back and ends after', 'Europe/Berlin', '2026-10-25T00:45:00Z', 30],
  ['begins in the second of two hours', 'Europe/Berlin', '2026-10-25T01:15:00Z', 30],
  ['lasts through a clock that goes forward', 'Europe/Berlin', '2026-03-29T00:30:00Z', 60],
  ['is in a zone that goes back for a month', 'Africa/Casablanca', '2026-02-15T01:30:00Z', 45],
])('One that %s is told in UTC, and ends after it began.', (_, timeZone, startsAt, minutes) => {
  const [start = '', end = ''] = told(timeZone, startsAt, minutes)
  expect(start).toMatch(/^DTSTART:\d{8}T\d{6}Z$/)
  expect(end).toMatch(/^DTEND:\d{8}T\d{6}Z$/)
  expect(end.slice('DTEND:'.length) > start.slice('DTSTART:'.length)).toBe(true)
})
