import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { expect, it } from 'vitest'
import { momentOf } from './moment.ts'

const now = Date.UTC(2026, 10, 22, 22)
const berlin = { locale: 'en', timeZone: 'Europe/Berlin' }

it('A moment is named as people name it, by the calendar of the reader.', () => {
  expect(momentOf(now + HOUR / 2, now, berlin).kind).toBe('today')
  expect(momentOf(now + 2 * HOUR, now, berlin).kind).toBe('tomorrow')
  expect(momentOf(now + 4 * DAY, now, berlin)).toEqual({ kind: 'week', words: 'Thursday' })
  expect(momentOf(now + 11 * DAY, now, berlin)).toMatchObject({ kind: 'later', words: 'Thu 3 Dec' })
})
