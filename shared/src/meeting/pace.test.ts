import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studyAt } from '../format/study.ts'
import { MINUTE } from '../kernel/time.ts'
import { agendaOf, allotted, elapsedIn, leftInSegment } from './agenda.ts'
import { anyLog, logOf, member, roles, segment } from './any-log.ts'
import type { NewMeetingEvent } from './events.ts'
import { foldMeeting, type MeetingState } from './fold.ts'
import { pausedWithin, pauseOf } from './pace.ts'
import { currentStudy, partOf } from './parts.ts'

type Told = NewMeetingEvent & { at: number }
const minute = (n: number) => n * MINUTE
const items = [1, 2, 3].map((n) => ({ id: segment(n), title: `Segment ${n}`, minutes: 20, lead: null }))
const study = [{ segmentId: segment(1), part: { kind: 'study' as const, focus: 25, pause: 5 } }]
const begun: Told[] = [
  { type: 'scheduled', startsAt: 0, roles, parts: study, at: 0 },
  { type: 'started', at: 0 },
  { type: 'segment-entered', segmentId: segment(1), at: 0 },
]
const told = (...more: Told[]): MeetingState => foldMeeting(logOf(...begun, ...more))
const at = (n: number, event: NewMeetingEvent): Told => ({ ...event, at: minute(n) })
const ran = (state: MeetingState) => {
  if (state.phase !== 'live' && state.phase !== 'wrapped') throw new Error('It did not run')
  return state
}

describe('more time', () => {
  test('is shown beside the plan, and the timer follows', () => {
    const extended: NewMeetingEvent = { type: 'segment-extended', segmentId: segment(1), minutes: 5 }
    const lines = agendaOf(items, told(at(18, extended), at(19, extended)), minute(21))
    expect(lines[0]).toMatchObject({ minutes: 20, extra: 10, status: 'now' })
    expect(allotted(lines[0] ?? { minutes: 0, extra: 0 })).toBe(30)
    expect(leftInSegment(lines)).toBe(minute(9))
    expect(lines[1]).toMatchObject({ extra: 0 })
  })
})

describe('a pause', () => {
  const paused = told(at(10, { type: 'paused' }))
  const over = told(at(10, { type: 'paused' }), at(17, { type: 'resumed' }))

  test('stops the time of meeting and segment, as long as it lasts', () => {
    for (const now of [10, 12, 40]) {
      expect(leftInSegment(agendaOf(items, paused, minute(now)))).toBe(minute(10))
      expect(elapsedIn(ran(paused), minute(now))).toBe(minute(10))
    }
    expect(leftInSegment(agendaOf(items, over, minute(20)))).toBe(minute(7))
    expect(elapsedIn(ran(over), minute(20))).toBe(minute(13))
  })

  test('is told apart from a meeting that goes on', () => {
    expect(pauseOf(paused)).toMatchObject({ from: minute(10), seq: 4 })
    expect([pauseOf(over), pauseOf(told(at(9, { type: 'paused' }), at(10, { type: 'wrapped' })))]).toEqual([
      undefined,
      undefined,
    ])
  })

  test('stops the study timer, which goes on where it stood', () => {
    const face = (state: MeetingState, now: number) => {
      const timer = currentStudy(state)
      return timer && studyAt(timer, minute(now))
    }
    expect(face(paused, 30)).toMatchObject({ kind: 'focus', left: minute(15), isRunning: false })
    expect(face(over, 20)).toMatchObject({ kind: 'focus', left: minute(12), isRunning: true })
  })

  test('does not set a study timer going that somebody had stopped', () => {
    const state = told(
      at(5, { type: 'study-set', segmentId: segment(1), change: 'stop' }),
      at(10, { type: 'paused' }),
      at(17, { type: 'resumed' }),
    )
    expect(currentStudy(state)).toMatchObject({ since: null })
  })

  test('holds the timer of a segment that is entered within it', () => {
    const away: Told[] = [
      at(1, { type: 'segment-entered', segmentId: segment(2) }),
      at(2, { type: 'paused' }),
    ]
    const back = at(5, { type: 'segment-entered', segmentId: segment(1) })
    expect(currentStudy(told(...away, back))).toMatchObject({ since: null, gone: minute(1) })
    expect(currentStudy(told(...away, back, at(9, { type: 'resumed' })))).toMatchObject({ since: minute(9) })
  })

  test('is over with the meeting, and what was spent adds up without it', () => {
    const state = told(at(10, { type: 'paused' }), at(30, { type: 'wrapped' }))
    const lines = agendaOf(items, state, minute(99))
    expect(lines[0]).toMatchObject({ spent: minute(10) })
  })

  test('Time spent and time paused make up the whole, whatever happens', () => {
    fc.assert(
      fc.property(anyLog, fc.nat({ max: 90_000 }), (events, later) => {
        const state = foldMeeting(events)
        if (state.phase !== 'live' && state.phase !== 'wrapped') return
        const now = (events.at(-1)?.at ?? 0) + later
        const end = state.phase === 'wrapped' ? state.wrappedAt : now
        const all = [...new Set(state.visits.map(({ segmentId }) => segmentId))].map((id) => ({
          id,
          title: '',
          minutes: 1,
          lead: null,
        }))
        const spent = agendaOf(all, state, now).reduce((sum, line) => sum + line.spent, 0)
        const since = state.visits[0]?.enteredAt ?? end
        expect(spent + pausedWithin(state.pauses, since, end)).toBe(end - since)
      }),
    )
  })
})

describe('what a segment is', () => {
  const set = (part: Extract<NewMeetingEvent, { type: 'part-set' }>['part'], n = 2): NewMeetingEvent => ({
    type: 'part-set',
    segmentId: segment(n),
    part,
  })

  test('can be said live, also of one that no format knew, and taken back', () => {
    const quiet = told(at(1, set({ kind: 'quiet' })))
    expect(partOf(ran(quiet), segment(2))).toEqual({ kind: 'quiet' })
    expect(partOf(ran(told(at(1, set({ kind: 'quiet' })), at(2, set(null)))), segment(2))).toBeUndefined()
  })

  test('begins at once in the current segment, and what it was before is gone', () => {
    const changed = told(at(5, set({ kind: 'study', focus: 10, pause: 5 }, 1)))
    expect(currentStudy(changed)).toMatchObject({ gone: 0, since: minute(5), rhythm: { focus: 10 } })
    expect(currentStudy(told(at(5, set({ kind: 'talk' }, 1))))).toBeUndefined()
  })

  test('is not changed by anybody once the meeting is over', () => {
    const state = told(at(1, { type: 'wrapped' }), at(2, set({ kind: 'quiet' })))
    expect(partOf(ran(state), segment(2))).toBeUndefined()
  })

  test('A lane that is one no longer has no observer', () => {
    const taken: NewMeetingEvent = { type: 'lane-taken', segmentId: segment(2), memberId: member(3) }
    const state = told(at(1, set({ kind: 'lane' })), at(2, taken), at(3, set({ kind: 'talk' })))
    expect(ran(state).lanes).toEqual([])
  })
})
