import fc from 'fast-check'
import { PHASES, type SegmentPart } from '../format/part.ts'
import type { CaptureId, MemberId, SegmentId } from '../kernel/id.ts'
import type { MeetingEvent, NewMeetingEvent } from './events.ts'

/* For tests: logs in which anything happens, in any order, sensible or not. */

export const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
export const segment = (n: number) => `00000000-0000-4000-8000-10000000000${n}` as SegmentId
export const capture = (n: number) => `00000000-0000-4000-8000-20000000000${n}` as CaptureId
export const roles = { facilitator: member(1), presenter: null, 'note-taker': member(2) }

const person = fc.nat({ max: 4 }).map(member)
const somebody = fc.option(person)
const people = fc.uniqueArray(person)
const stop = fc.nat({ max: 5 }).map(segment)
const questions = fc.uniqueArray(fc.nat({ max: 4 }).map(capture), { maxLength: 3 })
const held = fc.record({ facilitator: somebody, presenter: somebody, 'note-taker': somebody })
const part: fc.Arbitrary<SegmentPart> = fc.oneof(
  fc.constantFrom<SegmentPart>(
    { kind: 'pairs' },
    { kind: 'swap' },
    { kind: 'lane' },
    { kind: 'debrief' },
    { kind: 'presentation' },
    { kind: 'talk' },
    { kind: 'round' },
    { kind: 'quiet' },
    { kind: 'feedback' },
    { kind: 'vote' },
    { kind: 'close' },
    { kind: 'study', focus: 25, pause: 5 },
  ),
  fc.constantFrom(...PHASES).map((phase): SegmentPart => ({ kind: 'phase', phase })),
)
const group = fc.record({
  members: fc.array(person, { minLength: 1, maxLength: 3 }),
  why: fc.constant({ kind: 'odd-one' as const }),
})
const parts = fc.array(fc.record({ segmentId: stop, part }), { maxLength: 4 })

type Happening = {
  [Type in NewMeetingEvent['type']]: fc.Arbitrary<
    Omit<Extract<NewMeetingEvent, { type: Type }>, 'type'> & { type?: never }
  >
}

/** What may happen, by its type: an event without a line here does not compile. */
const happening: Happening = {
  scheduled: fc.record({ startsAt: fc.nat(), roles: held, parts }),
  rescheduled: fc.record({ startsAt: fc.nat() }),
  'roles-planned': fc.record({ roles: held }),
  started: fc.constant({}),
  joined: fc.record({ memberId: person }),
  'segment-entered': fc.record({ segmentId: stop }),
  'role-handed-over': fc.record({ role: fc.constant('facilitator' as const), from: somebody, to: person }),
  matched: fc.record({
    segmentId: stop,
    match: fc.record({ kind: fc.constant('pairs' as const), groups: fc.array(group, { maxLength: 2 }) }),
  }),
  'study-set': fc.record({
    segmentId: stop,
    change: fc.constantFrom('stop' as const, 'resume' as const, 'skip' as const),
  }),
  'lane-taken': fc.record({ segmentId: stop, memberId: somebody }),
  'segment-extended': fc.record({ segmentId: stop, minutes: fc.integer({ min: 1, max: 60 }) }),
  paused: fc.constant({}),
  resumed: fc.constant({}),
  'agenda-ordered': fc.record({
    segmentId: stop,
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5].map(segment)),
  }),
  'part-set': fc.record({ segmentId: stop, part: fc.option(part) }),
  'vote-cast': fc.record({ segmentId: stop, captureIds: questions }),
  'hand-raised': fc.record({ memberId: person, queue: people }),
  'hand-lowered': fc.record({ memberId: person }),
  'word-given': fc.record({ to: somebody }),
  'round-opened': fc.record({
    segmentId: stop,
    seats: people,
    absent: people,
    to: person,
    seconds: fc.option(fc.integer({ min: 10, max: 3600 })),
  }),
  'turn-passed': fc.record({
    segmentId: stop,
    from: somebody,
    to: somebody,
    had: fc.boolean(),
    skipped: people,
  }),
  'round-closed': fc.record({ segmentId: stop }),
  'co-facilitator-named': fc.record({ to: somebody }),
  withheld: fc.constant({}),
  'window-set': fc.record({
    window: fc.record({ before: fc.integer({ min: 0, max: 60 }), after: fc.integer({ min: 60, max: 120 }) }),
  }),
  wrapped: fc.oneof(fc.constant({}), fc.constant({ noNextStep: true as const })),
  cancelled: fc.constant({ reason: 'ill' }),
}

/** Any event; what ends a meeting comes seldom, so that much happens before. */
export const anyEvent: fc.Arbitrary<NewMeetingEvent> = fc.oneof(
  ...Object.entries(happening).map(([type, rest]) => ({
    weight: type === 'wrapped' || type === 'cancelled' ? 1 : 8,
    arbitrary: rest.map((fields) => ({ ...fields, type }) as NewMeetingEvent),
  })),
)

/** A log of events: each somebody's, at its time. */
export const logOf = (
  ...events: readonly (NewMeetingEvent & { at?: number; by?: MemberId })[]
): MeetingEvent[] =>
  events.map(({ at, by = member(1), ...event }, index) => ({
    ...event,
    seq: index + 1,
    at: at ?? (index + 1) * 10,
    by,
  }))

const begun: NewMeetingEvent[] = [
  {
    type: 'scheduled',
    startsAt: 1000,
    roles,
    parts: [{ segmentId: segment(1), part: { kind: 'study', focus: 25, pause: 5 } }],
  },
  { type: 'started' },
]

/** Logs of meetings, most of them started, with times that never go back. */
export const anyLog: fc.Arbitrary<MeetingEvent[]> = fc
  .tuple(
    fc.integer({ min: 1, max: 2 }),
    fc.array(fc.record({ event: anyEvent, by: person, later: fc.nat({ max: 90_000 }) }), { maxLength: 30 }),
  )
  .map(([known, more]) => {
    let at = 0
    const told = more.map(({ event, by, later }) => {
      at += later
      return { ...event, at, by }
    })
    return logOf(...begun.slice(0, known).map((event) => ({ ...event, at: 0 })), ...told)
  })
