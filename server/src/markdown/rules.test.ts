import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { expect, test } from 'vitest'
import { headOf } from './rules.ts'

const [ana, ben, eve, zoe] = ['ana', 'ben', 'eve', 'zoe'] as unknown as [
  MemberId,
  MemberId,
  MemberId,
  MemberId,
]
const startsAt = Date.UTC(2026, 10, 26, 16)

const wrapped = {
  phase: 'wrapped',
  startsAt,
  startedAt: startsAt,
  wrappedAt: startsAt + HOUR,
  attended: [{ memberId: ana }],
  visits: [{ segmentId: 's' as SegmentId }],
  window: { before: 24 * 60, after: 48 * 60 },
} as unknown as MeetingState
const rsvps = [
  { memberId: ben, answer: 'own-time' },
  { memberId: eve, answer: 'not-this-time' },
] as const
const head = (answered: readonly MemberId[], now: number) =>
  headOf({ number: 1, timeZone: 'Europe/Berlin', rsvps: [...rsvps] as never, answered }, wrapped, now, String)

test('While the window is open, whoever wanted to answer in their own time is named with whoever did.', () => {
  expect(head([zoe], startsAt + DAY)).toMatchObject({
    'in the room': ['ana'],
    'in their own time': ['zoe', 'ben'],
    'could not come': ['eve'],
  })
})

test('Once it is closed only those who answered are, also those who had said that they could not come.', () => {
  const after = startsAt + 3 * DAY
  expect(head([], after)['in their own time']).toBeUndefined()
  expect(head([eve, zoe, eve], after)).toMatchObject({ 'in their own time': ['eve', 'zoe'] })
  expect(head([eve], after)['could not come']).toBeUndefined()
})
