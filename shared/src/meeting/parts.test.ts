import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PHASES, type SegmentPart } from '../format/part.ts'
import { studyAt } from '../format/study.ts'
import type { CircleId, MemberId, SegmentId } from '../kernel/id.ts'
import { MINUTE } from '../kernel/time.ts'
import type { MeetingEvent, NewMeetingEvent } from './events.ts'
import { applyEvent, foldMeeting, type MeetingState } from './fold.ts'
import { letIn, matchFor, peopleIn } from './match.ts'
import { currentStudy, lanesAreOpen, lanesHiddenFrom, phaseOf } from './parts.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const segment = (n: number) => `00000000-0000-4000-8000-10000000000${n}` as SegmentId
const circleId = '00000000-0000-4000-8000-200000000001' as CircleId
const roles = { facilitator: member(1), presenter: null, 'note-taker': null }
const minute = (n: number) => n * MINUTE

/** A meeting whose segments 1, 2, 3 … have these parts; every event comes at the minute beside it. */
const told = (parts: readonly SegmentPart[], ...events: [number, NewMeetingEvent][]): MeetingEvent[] => {
  const planned = parts.map((part, index) => ({ segmentId: segment(index + 1), part }))
  const scheduled: NewMeetingEvent = { type: 'scheduled', startsAt: 0, roles, parts: planned }
  return [[0, scheduled] as const, [0, { type: 'started' }] as const, ...events].map(
    ([at, event], index) => ({
      ...(event as NewMeetingEvent),
      seq: index + 1,
      at: minute(at),
      by: member(1),
    }),
  )
}
const enter = (n: number): NewMeetingEvent => ({ type: 'segment-entered', segmentId: segment(n) })
const critique: SegmentPart[] = PHASES.map((phase) => ({ kind: 'phase', phase }))

describe('phaseOf', () => {
  const state = foldMeeting(told(critique, [0, enter(1)], [10, enter(3)], [20, enter(4)]))
  const at = (n: number, under?: number) =>
    phaseOf(state, { at: minute(n), segmentId: under === undefined ? undefined : segment(under) })

  test('is the phase that ran when it was caught, wherever in the page it stands', () => {
    expect([at(5), at(10), at(15, 1), at(20, 3), at(99)]).toEqual(['present', 'warm', 'warm', 'cool', 'cool'])
  })

  test('is that of its heading where no phase ran, or nobody knows when it was caught', () => {
    const early = foldMeeting(told(critique, [5, enter(1)]))
    expect(phaseOf(early, { at: minute(1), segmentId: segment(4) })).toBe('cool')
    expect(phaseOf(state, { at: undefined, segmentId: segment(2) })).toBe('clarify')
    const wrapped = foldMeeting(told(critique, [0, enter(1)], [10, { type: 'wrapped' }]))
    expect(phaseOf(wrapped, { at: minute(60), segmentId: segment(3) })).toBe('warm')
  })

  test('is none in a meeting without phases', () => {
    expect(
      phaseOf(foldMeeting(told([], [0, enter(1)])), { at: minute(1), segmentId: segment(1) }),
    ).toBeUndefined()
  })

  test('agrees with a plain search through the visits', () => {
    const visits = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(visits, fc.nat({ max: 130 }), (entered, n) => {
        const log = told(
          critique,
          ...entered.map((one, index): [number, NewMeetingEvent] => [index * 10, enter(one)]),
        )
        const running = entered[Math.min(entered.length - 1, Math.floor(n / 10))] ?? 0
        expect(phaseOf(foldMeeting(log), { at: minute(n), segmentId: undefined })).toBe(PHASES[running - 1])
      }),
    )
  })
})

describe('the observer’s lane', () => {
  const shadowing: SegmentPart[] = [{ kind: 'lane' }, { kind: 'debrief' }]
  const observed: [number, NewMeetingEvent] = [
    1,
    { type: 'lane-taken', segmentId: segment(1), memberId: member(2) },
  ]

  test('is hidden from everybody but the observer', () => {
    const state = foldMeeting(told(shadowing, observed))
    expect(lanesHiddenFrom(state, member(1))).toEqual([segment(1)])
    expect(lanesHiddenFrom(state, member(2))).toEqual([])
  })

  test('opens for everybody when the debrief is entered, and stays open', () => {
    const state = foldMeeting(told(shadowing, observed, [5, enter(2)], [9, enter(3)]))
    expect([lanesAreOpen(state), lanesHiddenFrom(state, member(1))]).toEqual([true, []])
  })

  test('opens when the meeting is wrapped without a debrief', () => {
    const state = foldMeeting(told(shadowing, observed, [5, { type: 'wrapped' }]))
    expect(lanesHiddenFrom(state, member(1))).toEqual([])
  })

  test('that was given back is hidden from whoever had it', () => {
    const back: [number, NewMeetingEvent] = [2, { type: 'lane-taken', segmentId: segment(1), memberId: null }]
    expect(lanesHiddenFrom(foldMeeting(told(shadowing, observed, back)), member(2))).toEqual([segment(1)])
  })
})

describe('the study timer', () => {
  const study: SegmentPart[] = [{ kind: 'study', focus: 25, pause: 5 }]
  const happening = fc.oneof(
    fc.integer({ min: 1, max: 2 }).map(enter),
    fc
      .constantFrom('stop' as const, 'resume' as const, 'skip' as const)
      .map((change): NewMeetingEvent => ({ type: 'study-set', segmentId: segment(1), change })),
  )
  const log = fc.array(fc.tuple(fc.nat({ max: 20 }), happening), { maxLength: 15 }).map((events) => {
    const times = events.map((_, index) =>
      events.slice(0, index + 1).reduce((sum, [later]) => sum + later, 0),
    )
    return told(
      study,
      ...events.map(([, event], index): [number, NewMeetingEvent] => [times[index] ?? 0, event]),
    )
  })

  test('is the same for who watched every event, who came late, and who reconnected in between', () => {
    fc.assert(
      fc.property(log, fc.nat(), fc.nat({ max: 400 }), (events, cut, n) => {
        const seen = foldMeeting(events.slice(0, cut % (events.length + 1)))
        const followed = events.reduce<MeetingState>(applyEvent, seen)
        const fresh = foldMeeting(events)
        const face = (state: MeetingState) => {
          const timer = currentStudy(state)
          return timer && studyAt(timer, minute(n))
        }
        expect(face(followed)).toEqual(face(fresh))
      }),
    )
  })

  test('waits while another segment is the current one, and goes on when it is entered again', () => {
    const state = foldMeeting(told(study, [0, enter(1)], [10, enter(2)], [40, enter(1)]))
    const timer = currentStudy(state)
    expect(timer && studyAt(timer, minute(45))).toMatchObject({ kind: 'focus', left: minute(10) })
    expect(currentStudy(foldMeeting(told(study, [0, enter(1)], [10, enter(2)])))).toBeUndefined()
  })

  test('stands still once the meeting is wrapped', () => {
    const state = foldMeeting(told(study, [0, enter(1)], [10, { type: 'wrapped' }]))
    const [timer] = state.phase === 'wrapped' ? state.studies : []
    expect(timer).toMatchObject({ gone: minute(10), since: null })
  })
})

describe('matchFor', () => {
  const making = { circleId, segmentId: segment(1), past: [] }
  const people = [1, 2, 3, 4, 5].map(member)

  test('puts together where the segment says so, and nowhere else', () => {
    expect(matchFor({ kind: 'pairs' }, people, making)).toMatchObject({ kind: 'pairs' })
    expect(matchFor({ kind: 'swap' }, people, making)).toMatchObject({ kind: 'swap' })
    expect(matchFor({ kind: 'lane' }, people, making)).toBeUndefined()
    expect(matchFor(undefined, people, making)).toBeUndefined()
  })

  test('lets in whoever comes later, and is the very same where nobody did', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('pairs' as const, 'swap' as const),
        fc.integer({ min: 0, max: 5 }),
        (kind, n) => {
          const first = matchFor({ kind }, people.slice(0, n), making)
          if (first === undefined) throw new Error('no match')
          const everybody = letIn(first, people, making)
          expect(peopleIn(everybody).toSorted()).toEqual(people)
          expect(letIn(everybody, people, making)).toBe(everybody)
        },
      ),
    )
  })

  test('does not count what was tried in the same segment before as a round', () => {
    const first = matchFor({ kind: 'pairs' }, people.slice(0, 4), making)
    const round = first?.kind === 'pairs' ? first.groups.map(({ members }) => members) : []
    const again = (id: SegmentId) =>
      matchFor({ kind: 'pairs' }, people.slice(0, 4), { ...making, past: [{ segmentId: id, round }] })
    expect(again(segment(1))).toEqual(first)
    expect(again(segment(2))).not.toEqual(first)
  })
})
