import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import type { MeetingEvent } from './events.ts'
import { foldMeeting } from './fold.ts'
import { ranThen } from './ran-then.ts'

const by = 'ada' as MemberId
const segment = (n: number) => `segment-${n}` as SegmentId
const roles = { facilitator: by, presenter: null, 'note-taker': null }

/** A meeting that comes to segment 1, 2, 3 … at these instants, and is wrapped at the last. */
const meeting = (instants: readonly number[], isWrapped: boolean) => {
  const entered = isWrapped ? instants.slice(0, -1) : instants
  const told = [
    { type: 'scheduled' as const, startsAt: 0, roles, at: 0 },
    { type: 'started' as const, at: 0 },
    ...entered.map((at, index) => ({ type: 'segment-entered' as const, segmentId: segment(index + 1), at })),
    ...(isWrapped ? [{ type: 'wrapped' as const, at: instants.at(-1) ?? 0 }] : []),
  ]
  return foldMeeting(told.map((event, index): MeetingEvent => ({ ...event, seq: index + 1, by })))
}

test('Whenever something was caught, the segment that ran then is the last that was entered by then.', () => {
  const instants = fc
    .uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 8 })
    .map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(instants, fc.boolean(), fc.nat(12_000), (all, isWrapped, at) => {
      const end = isWrapped ? (all.at(-1) ?? 0) : Number.POSITIVE_INFINITY
      const entered = (isWrapped ? all.slice(0, -1) : all).filter((one) => one <= at)
      const expected = at > end || entered.length === 0 ? undefined : segment(entered.length)
      expect(ranThen(meeting(all, isWrapped), at)).toBe(expected)
    }),
  )
})
