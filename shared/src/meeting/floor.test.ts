import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberId, SegmentId } from '../kernel/id.ts'
import { type MeetingEvent, meetingEvent, type NewMeetingEvent } from './events.ts'
import { isAboutTheWord } from './floor-events.ts'
import { applyEvent, foldMeeting, type MeetingState } from './fold.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const segment = (n: number) => `00000000-0000-4000-8000-10000000000${n}` as SegmentId
const roles = { facilitator: member(1), presenter: null, 'note-taker': null }

const person = fc.nat({ max: 4 }).map(member)
const somebody = fc.option(person, { nil: null })
const people = fc.uniqueArray(person)
const segmentId = fc.nat({ max: 2 }).map(segment)

/** What a server of any day, or of none, may have written. */
const event: fc.Arbitrary<NewMeetingEvent> = fc.oneof(
  fc.record({ type: fc.constant('joined' as const), memberId: person }),
  fc.record({ type: fc.constant('segment-entered' as const), segmentId }),
  fc.record({ type: fc.constant('hand-raised' as const), memberId: person, queue: people }),
  fc.record({ type: fc.constant('hand-lowered' as const), memberId: person }),
  fc.record({ type: fc.constant('word-given' as const), to: somebody }),
  fc.record({
    type: fc.constant('round-opened' as const),
    segmentId,
    seats: people,
    absent: people,
    to: person,
    seconds: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('turn-passed' as const),
    segmentId,
    from: somebody,
    to: somebody,
    had: fc.boolean(),
    skipped: people,
  }),
  fc.record({ type: fc.constant('round-closed' as const), segmentId }),
  fc.record({ type: fc.constant('co-facilitator-named' as const), to: somebody }),
)

const logOf = (events: readonly NewMeetingEvent[]): MeetingEvent[] =>
  events.map((one, index) => ({ ...one, seq: index + 1, at: (index + 1) * 10, by: member(1) }))
const log = fc
  .array(event, { maxLength: 40 })
  .map((events) => logOf([{ type: 'scheduled', startsAt: 5, roles }, { type: 'started' }, ...events]))

const floorOf = (state: MeetingState) => ('floor' in state ? state.floor : undefined)

test('The floor is the same for any order of delivery, any repetition, and whoever comes late.', () => {
  fc.assert(
    fc.property(log, fc.infiniteStream(fc.nat()), fc.nat(), (events, keys, cut) => {
      const delivered = [...events, ...events.slice(0, 5)]
        .map((one) => ({ one, key: keys.next().value as number }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one)
      const whole = foldMeeting(events)
      expect(foldMeeting(delivered)).toEqual(whole)
      const seen = foldMeeting(events.slice(0, cut % events.length))
      expect(events.reduce<MeetingState>(applyEvent, seen)).toEqual(whole)
    }),
  )
})

test('Everybody at the table has had their turn, has it, waits or is absent: one of the four, whatever a log says.', () => {
  fc.assert(
    fc.property(log, (events) => {
      for (const round of floorOf(foldMeeting(events))?.rounds ?? []) {
        const { seats, had, waiting, absent, holder } = round
        const placed = [...had, ...waiting, ...absent, ...(holder === null ? [] : [holder])]
        expect(placed.toSorted()).toEqual(seats.toSorted())
      }
    }),
  )
})

test('One hand stands for one person, and nobody has the word and a hand up for it by the same fact.', () => {
  fc.assert(
    fc.property(log, (events) => {
      const hands = floorOf(foldMeeting(events))?.hands ?? []
      expect(new Set(hands.map(({ memberId }) => memberId)).size).toBe(hands.length)
    }),
  )
})

test('A hand comes down when its turn in a round comes, and stays up when nobody passed anything.', () => {
  const [first, second, third] = [member(1), member(2), member(3)]
  const [place, seats] = [segment(0), [first, second]]
  const before: NewMeetingEvent[] = [
    { type: 'segment-entered', segmentId: place },
    ...[first, second, third].map((memberId) => ({ type: 'hand-raised' as const, memberId, queue: [] })),
    { type: 'round-opened', segmentId: place, seats, absent: [], to: first, seconds: null },
  ]
  const pass = { type: 'turn-passed' as const, segmentId: place, to: second, had: true, skipped: [] }
  const handsAfter = (...events: NewMeetingEvent[]) =>
    floorOf(
      foldMeeting(
        logOf([{ type: 'scheduled', startsAt: 5, roles }, { type: 'started' }, ...before, ...events]),
      ),
    )?.hands.map(({ memberId }) => memberId)

  expect(handsAfter()).toEqual([second, third])
  expect(handsAfter({ ...pass, from: first })).toEqual([third])
  expect(handsAfter({ ...pass, from: third })).toEqual([second, third])
})

test('A meeting that is over is the same for whoever heard who spoke and for whoever did not.', () => {
  fc.assert(
    fc.property(log, (events) => {
      const over = [...events, { type: 'wrapped' as const, seq: events.length + 1, at: 9_999, by: member(1) }]
      const veiled = over.map(
        (one): MeetingEvent =>
          isAboutTheWord(one) ? { type: 'withheld', seq: one.seq, at: one.at, by: one.by } : one,
      )
      expect(foldMeeting(veiled)).toEqual(foldMeeting(over))
    }),
  )
})

test('Events of the floor are what the wire takes.', () => {
  fc.assert(fc.property(log, (events) => void events.map((one) => meetingEvent.parse(one))))
})
