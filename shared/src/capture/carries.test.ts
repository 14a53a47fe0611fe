import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeetingId } from '../kernel/id.ts'
import { carriesOf, type Ended, isOverdueToDecide } from './carries.ts'

const id = (n: number) => `meeting-${n}` as MeetingId
/** Meetings 1, 2, 3 … each over an hour after the one before, latest first. */
const meetings = (count: number): Ended[] =>
  Array.from({ length: count }, (_, n) => ({ meetingId: id(n + 1), wrappedAt: (n + 1) * 1000 })).toReversed()

test('What was caught in a meeting was carried by every meeting that ended after it.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(60), (own, later) => {
      const caught = { meetingId: id(own), at: own * 1000 - 1 }
      expect(carriesOf(caught, meetings(own + later))).toBe(later)
      expect(isOverdueToDecide(carriesOf(caught, meetings(own + later)))).toBe(later >= 3)
    }),
  )
})

test('A meeting more carries everything by one more, and nothing by less.', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.nat(20_000),
      fc.integer({ min: 1, max: 20 }),
      (own, at, all) => {
        const caught = { meetingId: own > all ? null : id(own), at: Math.min(at, all * 1000) }
        const before = carriesOf(caught, meetings(all))
        expect(carriesOf(caught, meetings(all + 1))).toBe(before + 1)
        expect(before).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test('What was written into an old page later on is carried only from then on.', () => {
  expect(carriesOf({ meetingId: id(1), at: 3500 }, meetings(5))).toBe(2)
  expect(carriesOf({ meetingId: id(5), at: 4999 }, meetings(5))).toBe(0)
})
