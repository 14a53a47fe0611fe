import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberId } from '../kernel/id.ts'
import { HOUR, MINUTE } from '../kernel/time.ts'
import { type MeetingEvent, type NewMeetingEvent, seatWindow } from './events.ts'
import { foldMeeting } from './fold.ts'
import { windowIsOpen, windowIsOver, windowOf } from './window.ts'

const ada = '00000000-0000-4000-8000-000000000001' as MemberId
const STARTS = 1_000 * HOUR
const roles = { facilitator: ada, presenter: null, 'note-taker': null }
const scheduled: NewMeetingEvent = { type: 'scheduled', startsAt: STARTS, roles }

/** Each event with the instant at which it happened. */
const after = (...told: [NewMeetingEvent, number][]) =>
  foldMeeting(told.map(([event, at], index): MeetingEvent => ({ ...event, seq: index + 1, at, by: ada })))

const window = fc.record({
  before: fc.integer({ min: 0, max: 7 * 24 * 60 }),
  after: fc.integer({ min: 60, max: 14 * 24 * 60 }),
})

test('Without a word it opens a day before the start and closes two days after it.', () => {
  const state = after([scheduled, 0])
  expect(windowOf(state)).toEqual({ opensAt: STARTS - 24 * HOUR, closesAt: STARTS + 48 * HOUR })
})

test('It goes along with a start that is moved, whatever its length.', () => {
  fc.assert(
    fc.property(window, fc.integer({ min: 0, max: 5_000 }), (wanted, hours) => {
      const startsAt = hours * HOUR
      const before = after(
        [scheduled, 0],
        [{ type: 'window-set', window: wanted }, 1],
        [{ type: 'rescheduled', startsAt }, 2],
      )
      const other = after(
        [scheduled, 0],
        [{ type: 'rescheduled', startsAt }, 1],
        [{ type: 'window-set', window: wanted }, 2],
      )
      expect(windowOf(before)).toEqual(windowOf(other))
      expect(windowOf(before)).toEqual({
        opensAt: startsAt - wanted.before * MINUTE,
        closesAt: startsAt + wanted.after * MINUTE,
      })
    }),
  )
})

test('It is never open and over at once, and never opens again by itself.', () => {
  fc.assert(
    fc.property(window, fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 2 }), (wanted, hours) => {
      const state = after([scheduled, 0], [{ type: 'window-set', window: wanted }, 1])
      const looks = hours.toSorted((a, b) => a - b).map((hour) => hour * HOUR)
      for (const at of looks) expect(windowIsOpen(state, at) && windowIsOver(state, at)).toBe(false)
      const over = looks.findIndex((at) => windowIsOver(state, at))
      if (over >= 0) for (const at of looks.slice(over)) expect(windowIsOpen(state, at)).toBe(false)
    }),
  )
})

test('While the meeting is live it is open, and whoever wrapped up late still has time to answer.', () => {
  const late = STARTS + 100 * HOUR
  const live = after([scheduled, 0], [{ type: 'started' }, late])
  expect(windowIsOpen(live, late + HOUR)).toBe(true)
  const wrapped = after([scheduled, 0], [{ type: 'started' }, late], [{ type: 'wrapped' }, late + HOUR])
  expect(windowOf(wrapped)?.closesAt).toBe(late + 13 * HOUR)
})

test('A meeting that begins early opens it, and one that is called off has none.', () => {
  const early = STARTS - 50 * HOUR
  expect(windowIsOpen(after([scheduled, 0], [{ type: 'started' }, early]), early)).toBe(true)
  expect(windowOf(after([scheduled, 0], [{ type: 'cancelled', reason: 'ill' }, 1]))).toBeNull()
})

test.each([{ before: -1 }, { after: 0 }, { after: -60 }, { before: 8 * 24 * 60 }, { after: 15 * 24 * 60 }])(
  'A window of %o is refused.',
  (wrong) => {
    expect(seatWindow.safeParse({ before: 60, after: 60, ...wrong }).success).toBe(false)
  },
)
