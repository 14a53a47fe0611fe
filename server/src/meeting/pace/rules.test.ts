import type { SegmentPart } from '@rondo/shared/format/part.ts'
import type { CaptureId, CircleId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { agendaOf } from '@rondo/shared/meeting/agenda.ts'
import type { MeetingEvent, NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { currentStudy } from '@rondo/shared/meeting/parts.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { decide, type MeetingCommand, stamp } from '../rules.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const segment = (n: number) => `00000000-0000-4000-8000-0000000000a${n}` as SegmentId
const question = (n: number) => `00000000-0000-4000-8000-0000000000c${n}` as CaptureId
const circleId = '00000000-0000-4000-8000-30000000000c' as CircleId
const [ada, ben, eve] = [member(1), member(2), member(3)]
const [first, second, third] = [segment(1), segment(2), segment(3)]

let log: MeetingEvent[]
let now: number
let segments: SegmentId[]
const state = () => foldMeeting(log)
const record = (who: MemberId, events: readonly NewMeetingEvent[]) => {
  log = [...log, ...stamp(log, events, who, now)]
}
const tell = (who: MemberId, command: MeetingCommand) => {
  const seated = new Set([ada, ben, eve])
  const questions = [question(1), question(2), question(3)]
  const decided = decide(state(), command, now, {
    actor: who,
    seated,
    hosts: new Set<MemberId>(),
    segments,
    questions,
    circleId,
    past: [],
  })
  if (decided.ok) record(who, decided.value)
  return decided.ok ? decided.value.map(({ type }) => type) : decided.refusal.reason
}
const enter = (from: SegmentId | null, to: SegmentId) => tell(ada, { type: 'enter-segment', from, to })
const order = () => {
  const now = state()
  return now.phase === 'unscheduled' ? [] : now.order
}

beforeEach(() => {
  now = 1_000 * MINUTE
  segments = [first, second, third]
  log = []
  const roles = { facilitator: ada, presenter: null, 'note-taker': null }
  record(ada, [{ type: 'scheduled', startsAt: now, roles }])
  tell(ada, { type: 'start' })
})

const commands: MeetingCommand[] = [
  { type: 'extend', segmentId: first, from: 0, minutes: 5 },
  { type: 'pause', from: null, paused: true },
  { type: 'move-segment', segmentId: third, from: second, to: first },
  { type: 'set-part', segmentId: second, from: null, to: { kind: 'quiet' } },
]

test.each(commands.map((command) => [command.type, command] as const))(
  'Of two who press %s at once one makes a fact and the other is told; nobody else may.',
  (_, command) => {
    expect(tell(eve, command)).toBe('meeting.not-facilitator')
    expect(tell(ada, command)).toHaveLength(1)
    const before = log.length
    expect(tell(ada, command)).toMatch(/^meeting\.\w+-moved$/)
    expect(log).toHaveLength(before)
  },
)

test('None of it is done to a meeting that is over.', () => {
  tell(ada, { type: 'wrap', noNextStep: true })
  for (const command of commands) expect(tell(ada, command)).toBe('meeting.already-wrapped')
})

test('Only the current segment is given more time, and no more than a segment may have.', () => {
  expect(tell(ada, { type: 'extend', segmentId: second, from: 0, minutes: 5 })).toBe('meeting.segment-moved')
  for (let given = 0; given < 600; given += 60) {
    expect(tell(ada, { type: 'extend', segmentId: first, from: given, minutes: 60 })).toEqual([
      'segment-extended',
    ])
  }
  expect(tell(ada, { type: 'extend', segmentId: first, from: 600, minutes: 1 })).toBeUndefined()
})

test('A pause ends once, by whoever saw that it lasts.', () => {
  tell(ada, { type: 'pause', from: null, paused: true })
  const from = log.at(-1)?.seq ?? 0
  expect(tell(ada, { type: 'pause', from, paused: true })).toEqual([])
  expect(tell(ada, { type: 'pause', from, paused: false })).toEqual(['resumed'])
  expect(tell(ada, { type: 'pause', from, paused: false })).toBe('meeting.pause-moved')
})

test('While the meeting is paused nobody sets its study timer.', () => {
  tell(ada, { type: 'set-part', segmentId: first, from: null, to: { kind: 'study', focus: 25, pause: 5 } })
  const study = () => currentStudy(state())
  tell(ada, { type: 'pause', from: null, paused: true })
  expect(tell(ada, { type: 'set-study', from: study()?.seq ?? 0, change: 'resume' })).toBe(
    'meeting.is-paused',
  )
  expect(study()).toMatchObject({ since: null })
})

describe('the order', () => {
  test('leads where Next goes, also past what was typed since', () => {
    tell(ada, { type: 'move-segment', segmentId: third, from: second, to: first })
    expect(order()).toEqual([first, third, second])
    segments = [first, segment(4), second, third]
    tell(ada, { type: 'move-segment', segmentId: second, from: third, to: null })
    expect(order()).toEqual([second, first, segment(4), third])
  })

  test('takes two moves of different segments at once, for each saw what it moved', () => {
    tell(ada, { type: 'move-segment', segmentId: third, from: second, to: null })
    expect(tell(ada, { type: 'move-segment', segmentId: second, from: first, to: null })).toEqual([
      'agenda-ordered',
    ])
    expect(order()).toEqual([second, third, first])
  })

  test('knows the segments of the page only', () => {
    const move = (segmentId: SegmentId, to: SegmentId | null) =>
      tell(ada, { type: 'move-segment', segmentId, from: null, to })
    expect(move(segment(7), null)).toBeUndefined()
    expect(move(first, segment(7))).toBeUndefined()
    expect(move(first, first)).toBeUndefined()
    expect(order()).toEqual([])
  })

  test('leads the start of a meeting as well', () => {
    log = log.slice(0, 1)
    tell(ada, { type: 'move-segment', segmentId: second, from: first, to: null })
    tell(ada, { type: 'start' })
    const live = state()
    expect('visits' in live && live.visits[0]?.segmentId).toBe(second)
  })
})

describe('what a segment is', () => {
  const set = (segmentId: SegmentId, from: SegmentPart | null, to: SegmentPart | null) =>
    tell(ada, { type: 'set-part', segmentId, from, to })

  test('is said by whoever saw what it was, and taken back', () => {
    expect(set(second, null, { kind: 'quiet' })).toEqual(['part-set'])
    expect(set(second, null, { kind: 'vote' })).toBe('meeting.part-moved')
    expect(set(second, { kind: 'quiet' }, null)).toEqual(['part-set'])
    expect(set(segment(7), null, { kind: 'quiet' })).toBeUndefined()
  })

  test('puts people together at once where they are in it already', () => {
    expect(set(first, null, { kind: 'pairs' })).toEqual(['part-set', 'matched'])
    expect(set(second, null, { kind: 'pairs' })).toEqual(['part-set'])
  })

  test('is no lane as long as everybody is in it', () => {
    expect(set(first, null, { kind: 'lane' })).toBeUndefined()
    expect(set(second, null, { kind: 'lane' })).toEqual(['part-set'])
  })
})

describe('a vote', () => {
  const give = (who: MemberId, from: CaptureId[], to: CaptureId[], where = first) =>
    tell(who, { type: 'vote', segmentId: where, from, to })
  beforeEach(() => {
    tell(ada, { type: 'set-part', segmentId: first, from: null, to: { kind: 'vote' } })
  })

  test('takes the dots of everybody, and lets them change their own', () => {
    expect(give(eve, [], [question(1), question(3)])).toEqual(['vote-cast'])
    expect(give(eve, [question(1), question(3)], [question(1), question(3)])).toEqual([])
    expect(give(eve, [], [question(2)])).toBe('meeting.vote-moved')
    expect(give(eve, [question(3), question(1)], [])).toEqual(['vote-cast'])
    expect(give(ben, [], [])).toEqual(['vote-cast'])
  })

  test('knows the questions of this meeting only', () => {
    expect(give(eve, [], [question(9)])).toBeUndefined()
  })

  test('is over with its segment', () => {
    enter(first, second)
    expect(give(eve, [], [question(1)])).toBe('meeting.no-vote')
    expect(give(eve, [], [question(1)], second)).toBe('meeting.no-vote')
    enter(second, first)
    expect(give(eve, [], [question(1)])).toEqual(['vote-cast'])
  })
})

test('Back goes to the segment before, and what was spent in it adds up.', () => {
  now += 4 * MINUTE
  enter(first, second)
  now += 6 * MINUTE
  enter(second, first)
  const items = segments.map((id) => ({ id, title: '', minutes: 10, lead: null }))
  const lines = agendaOf(items, state(), now + 3 * MINUTE)
  expect(lines.map(({ spent }) => spent / MINUTE)).toEqual([7, 6, 0])
})
