import { USUAL_HOURS } from '@rondo/shared/hours/model.ts'
import { expect, test } from 'vitest'
import { hoursWords, weekdayName } from './hours-words.ts'

test.each([
  ['en', [1, 2, 3, 4, 5], 'Mon–Fri, 09:00–17:00'],
  ['en', [2, 3], 'Tue, Wed, 09:00–17:00'],
  ['en', [1, 2, 3, 5, 7], 'Mon–Wed, Fri, Sun, 09:00–17:00'],
  ['de', [1, 2, 3, 4], 'Mo–Do, 09:00–17:00'],
])('In %s the days %j are said as people say them.', (locale, days, words) => {
  expect(hoursWords({ ...USUAL_HOURS, days }, locale)).toBe(words)
})

test('The week begins on Monday and ends on Sunday.', () => {
  expect([weekdayName(1, 'en', 'long'), weekdayName(7, 'de', 'long')]).toEqual(['Monday', 'Sonntag'])
})
