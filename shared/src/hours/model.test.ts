import { expect, test } from 'vitest'
import { attendee, USUAL_HOURS, workingHours } from './model.ts'

const problemOf = (hours: object) =>
  workingHours.safeParse({ ...USUAL_HOURS, ...hours }).error?.issues[0]?.path[0]

test.each([
  ['no days', { days: [] }, 'days'],
  ['a day twice', { days: [1, 1] }, 'days'],
  ['a day that no week has', { days: [0] }, 'days'],
  ['an end before the start', { from: '10:00', to: '09:00' }, 'to'],
  ['no hour between start and end', { from: '10:00', to: '10:00' }, 'to'],
  ['a time that no clock shows', { to: '24:00' }, 'to'],
])('Hours with %s are refused at the field.', (_, hours, field) => {
  expect(problemOf(hours)).toBe(field)
})

test('H7: The usual hours are right, and days are kept in the order of the week.', () => {
  expect(workingHours.parse({ ...USUAL_HOURS, days: [5, 1, 3] }).days).toEqual([1, 3, 5])
  expect(workingHours.parse(USUAL_HOURS)).toEqual(USUAL_HOURS)
})

test('Somebody in a zone that is none is refused.', () => {
  const one = { memberId: '00000000-0000-4000-8000-000000000001', hours: USUAL_HOURS, isAssumed: true }
  expect(attendee.safeParse({ ...one, timeZone: 'Mars/Olympus' }).error?.issues[0]?.path).toEqual([
    'timeZone',
  ])
})
