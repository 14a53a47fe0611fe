import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import { HOUR, MINUTE } from '../kernel/time.ts'
import type { MeetingEvent, NewMeetingEvent } from '../meeting/events.ts'
import { foldMeeting } from '../meeting/fold.ts'
import { windowOf } from '../meeting/window.ts'
import { mayReadAnswers } from './reveal.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const segment = (n: number) => `00000000-0000-4000-8000-10000000000${n}` as SegmentId
const [ada, ben, out] = [member(1), member(2), member(9)]
const STARTS = 1_000 * HOUR
const roles = { facilitator: ada, presenter: null, 'note-taker': null }

const held = (...told: [NewMeetingEvent, number][]) =>
  foldMeeting(
    ([[{ type: 'scheduled', startsAt: STARTS, roles }, -60], ...told] as [NewMeetingEvent, number][]).map(
      ([event, minute], index): MeetingEvent => ({
        ...event,
        seq: index + 1,
        at: STARTS + minute * MINUTE,
        by: ada,
      }),
    ),
  )
const live = held(
  [{ type: 'started' }, 0],
  [{ type: 'joined', memberId: ada }, 0],
  [{ type: 'segment-entered', segmentId: segment(1) }, 0],
  [{ type: 'segment-entered', segmentId: segment(2) }, 10],
  [{ type: 'joined', memberId: ben }, 15],
)
const asks = (memberId: MemberId, more: object = {}) => ({
  memberId,
  belongs: true,
  hasAnswered: false,
  ...more,
})
const NOW = STARTS + 20 * MINUTE

test('Whoever was in the room for a part reads what was answered to it, and nothing of what is still to come.', () => {
  const reads = (memberId: MemberId) =>
    [1, 2, 3].map((n) => mayReadAnswers(live, segment(n), asks(memberId), NOW))
  expect(reads(ada)).toEqual([true, true, false])
  expect(reads(ben)).toEqual([false, true, false])
  expect(reads(out)).toEqual([false, false, false])
})

test('Whoever answered a prompt reads the others’ answers to it; outside the circle nobody does.', () => {
  expect(mayReadAnswers(live, segment(3), asks(ben, { hasAnswered: true }), NOW)).toBe(true)
  expect(mayReadAnswers(live, segment(2), asks(out, { belongs: false, hasAnswered: true }), NOW)).toBe(false)
})

test('Before the window closes nobody reads what they neither answered nor were there for; then everybody does.', () => {
  const over = held(
    [{ type: 'started' }, 0],
    [{ type: 'segment-entered', segmentId: segment(1) }, 0],
    [{ type: 'wrapped' }, 30],
  )
  const { closesAt } = windowOf(over) ?? { closesAt: 0 }
  fc.assert(
    fc.property(fc.integer({ min: -2000 * MINUTE, max: 2000 * MINUTE }), fc.boolean(), (offset, belongs) => {
      const may = mayReadAnswers(over, segment(1), asks(ben, { belongs }), closesAt + offset)
      expect(may).toBe(offset >= 0)
    }),
  )
})
