import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberId } from '../kernel/id.ts'
import { anyLog, capture, logOf, member, roles, segment } from './any-log.ts'
import type { NewMeetingEvent } from './events.ts'
import { foldMeeting, type MeetingState } from './fold.ts'
import { ranked, turnoutOf } from './turnout.ts'
import { dotsOf } from './votes.ts'

const questions = [0, 1, 2, 3].map((n) => ({ id: capture(n) }))
const vote = segment(1)
const voted = (by: number, ...dots: number[]) => ({
  type: 'vote-cast' as const,
  segmentId: vote,
  captureIds: dots.map(capture),
  by: member(by),
})
const joined = (n: number): NewMeetingEvent => ({ type: 'joined', memberId: member(n) })
const told = (...more: (NewMeetingEvent & { by?: MemberId })[]) =>
  ran(
    foldMeeting(
      logOf(
        { type: 'scheduled', startsAt: 0, roles },
        { type: 'started' },
        joined(1),
        joined(2),
        { type: 'segment-entered', segmentId: vote },
        ...more,
      ),
    ),
  )
const ran = (state: MeetingState) => {
  if (state.phase !== 'live' && state.phase !== 'wrapped') throw new Error('It did not run')
  return state
}

describe('a vote', () => {
  test('opens when everybody who came has answered, also with no dot at all', () => {
    expect(turnoutOf(told(voted(1, 0)), vote)).toEqual({ voted: 1, of: 2, isOpen: false })
    expect(turnoutOf(told(voted(1, 0), voted(2)), vote)).toEqual({ voted: 2, of: 2, isOpen: true })
  })

  test('closes again when somebody else comes, and opens when the segment ends', () => {
    expect(turnoutOf(told(voted(1), voted(2), joined(3)), vote).isOpen).toBe(false)
    const on: NewMeetingEvent = { type: 'segment-entered', segmentId: segment(2) }
    expect(turnoutOf(told(voted(1, 0), on), vote).isOpen).toBe(true)
    expect(turnoutOf(told(voted(1, 0), { type: 'wrapped' }), vote).isOpen).toBe(true)
  })

  test('counts the latest dots of everybody', () => {
    const state = told(voted(1, 0, 2), voted(2, 2, 3), voted(1, 2))
    expect(dotsOf(state, vote, member(1))).toEqual([capture(2)])
    expect(dotsOf(state, vote, member(3))).toBeUndefined()
    expect(ranked(state, vote, questions).map(({ question, dots }) => [question.id, dots])).toEqual([
      [capture(2), 2],
      [capture(3), 1],
      [capture(0), 0],
      [capture(1), 0],
    ])
  })

  test('never counts more than everybody gave, nor a question that is gone', () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        const state = foldMeeting(events)
        if (state.phase !== 'live' && state.phase !== 'wrapped') return
        const ballots = state.votes.filter(({ segmentId }) => segmentId === vote)
        expect(new Set(ballots.map(({ memberId }) => memberId)).size).toBe(ballots.length)
        const result = ranked(state, vote, questions)
        expect(result.every(({ dots }) => dots <= ballots.length)).toBe(true)
        expect(result.map(({ dots }) => dots)).toEqual(
          result.map(({ dots }) => dots).toSorted((a, b) => b - a),
        )
      }),
    )
  })
})
