import { expect, test } from 'vitest'
import { readSearch } from './search.ts'
import { wantedOf } from './wanted.ts'

const SUNDAY = Date.parse('2026-11-22T22:30Z')

test('Who has not said it looks at the coming week as the circle counts it, for an hour.', () => {
  expect(wantedOf({}, 'Europe/Berlin', SUNDAY)).toEqual({ day: '2026-11-23', minutes: 60, weeks: 1 })
  // In Apia it is Monday already.
  expect(wantedOf({}, 'Pacific/Apia', SUNDAY).day).toBe('2026-11-30')
})

test('An address says what is looked for, and what is not right in it counts as not said.', () => {
  const said = { view: 'series', day: '2026-12-03', minutes: 45, weeks: 2 }
  expect(readSearch(said)).toEqual(said)
  expect(readSearch({ view: 'all', day: '2026-13-03', minutes: 'long', weeks: 99, other: 1 })).toEqual({})
})
