import type { SegmentPart } from '@rondo/shared/format/part.ts'
import { studyAt } from '@rondo/shared/format/study.ts'
import type { CircleId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { MeetingEvent, NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { currentMatch, currentStudy } from '@rondo/shared/meeting/parts.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { decide, type MeetingCommand, stamp } from '../rules.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const segment = (n: number) => `00000000-0000-4000-8000-0000000000a${n}` as SegmentId
const circleId = '00000000-0000-4000-8000-30000000000c' as CircleId
const [ada, ben, eve, zoe] = [member(1), member(2), member(3), member(4)]
const roles = { facilitator: ada, presenter: null, 'note-taker': null }

/** Segment 1 does nothing; the others have these parts. */
let log: MeetingEvent[]
let now: number
const state = () => foldMeeting(log)
const record = (...events: NewMeetingEvent[]) => {
  log = [...log, ...stamp(log, events, ada, now)]
}
const tell = (who: MemberId, command: MeetingCommand) => {
  const segments = [1, 2, 3, 4].map(segment)
  const seated = new Set([ada, ben, eve, zoe])
  const scene = {
    actor: who,
    seated,
    hosts: new Set<MemberId>(),
    segments,
    questions: [],
    circleId,
    past: [],
  }
  const decided = decide(state(), command, now, scene)
  if (decided.ok) record(...decided.value)
  return decided
}
const done = (who: MemberId, command: MeetingCommand) => {
  const decided = tell(who, command)
  if (!decided.ok) throw new Error(decided.refusal.detail)
  return decided.value
}
const reasonOf = (decided: ReturnType<typeof tell>) => (decided.ok ? undefined : decided.refusal.reason)
const live = (...parts: SegmentPart[]) => {
  now = 1_000 * MINUTE
  log = []
  const planned = parts.map((part, index) => ({ segmentId: segment(index + 2), part }))
  record({ type: 'scheduled', startsAt: now, roles, parts: planned })
  done(ada, { type: 'start' })
}
const enter = (from: number, to: number): MeetingCommand => ({
  type: 'enter-segment',
  from: segment(from),
  to: segment(to),
})
const here = (...people: MemberId[]) => people.map((who) => done(who, { type: 'join' }))

describe('a portfolio swap', () => {
  beforeEach(() => live({ kind: 'swap' }))

  const reviews = () => {
    const match = currentMatch(state())?.match
    return match?.kind === 'swap' ? match.reviews : []
  }

  test('is settled when its segment is entered, for everybody in the room', () => {
    here(ben, eve)
    done(ada, enter(1, 2))
    expect(
      reviews()
        .map(({ reviewer }) => reviewer)
        .toSorted(),
    ).toEqual([ada, ben, eve])
    expect(reviews().filter(({ reviewer, reviewed }) => reviewer === reviewed)).toEqual([])
  })

  test('waits for a second person where one is alone, and lets late ones in', () => {
    done(ada, enter(1, 2))
    expect(reviews()).toEqual([])
    here(ben)
    expect(reviews()).toHaveLength(2)
    here(eve)
    expect(reviews()).toHaveLength(3)
    expect(done(eve, { type: 'join' })).toEqual([])
  })

  test('stays as it was when the segment is entered again, but for who came in between', () => {
    here(ben, eve)
    done(ada, enter(1, 2))
    const before = reviews()
    done(ada, enter(2, 1))
    done(ada, enter(1, 2))
    expect(reviews()).toEqual(before)
    done(ada, enter(2, 1))
    here(zoe)
    done(ada, enter(1, 2))
    expect(reviews()).toHaveLength(4)
  })

  test('is made anew by whoever leads, for those who are there; of two the later one is told', () => {
    here(ben, eve)
    done(ada, enter(1, 2))
    const from = currentMatch(state())?.seq ?? null
    const anew: MeetingCommand = { type: 'match', from, people: [ada, eve] }
    expect(reasonOf(tell(ben, anew))).toBe('meeting.not-facilitator')
    expect(tell(ada, { ...anew, people: [ada, zoe] })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid' },
    })
    done(ada, anew)
    expect(
      reviews()
        .map(({ reviewer }) => reviewer)
        .toSorted(),
    ).toEqual([ada, eve])
    expect(reasonOf(tell(ada, anew))).toBe('meeting.match-moved')
  })

  test('cannot be made where nobody works with one another', () => {
    expect(reasonOf(tell(ada, { type: 'match', from: null, people: [ada] }))).toBe('meeting.no-match')
  })
})

test('Pairs know the rounds of the same meeting, and the odd one gets a partner when somebody comes.', () => {
  live({ kind: 'pairs' })
  here(ben, eve)
  done(ada, enter(1, 2))
  const groups = () => {
    const match = currentMatch(state())?.match
    return match?.kind === 'pairs' ? match.groups.map(({ members }) => members.length) : []
  }
  expect(groups()).toEqual([3])
  here(zoe)
  expect(groups()).toEqual([2, 2])
})

describe('a study timer', () => {
  beforeEach(() => {
    live({ kind: 'study', focus: 25, pause: 5 })
    here(ben)
    done(ada, enter(1, 2))
  })
  const timer = () => {
    const study = currentStudy(state())
    if (study === undefined) throw new Error('no timer')
    return study
  }

  test('is stopped, set going and moved on by whoever leads or keeps the time', () => {
    now += 10 * MINUTE
    expect(reasonOf(tell(ben, { type: 'set-study', from: timer().seq, change: 'stop' }))).toBe(
      'meeting.not-facilitator',
    )
    done(ada, { type: 'set-study', from: timer().seq, change: 'stop' })
    now += 10 * MINUTE
    expect(studyAt(timer(), now)).toMatchObject({ kind: 'focus', left: 15 * MINUTE, isRunning: false })
    done(ada, { type: 'hand-over', role: 'timekeeper', from: null, to: ben })
    done(ben, { type: 'set-study', from: timer().seq, change: 'resume' })
    done(ben, { type: 'set-study', from: timer().seq, change: 'skip' })
    expect(studyAt(timer(), now)).toMatchObject({ kind: 'pause', left: 5 * MINUTE, isRunning: true })
  })

  test('is moved on once when two press at once', () => {
    const skip: MeetingCommand = { type: 'set-study', from: timer().seq, change: 'skip' }
    done(ada, skip)
    expect(reasonOf(tell(ada, skip))).toBe('meeting.study-moved')
    expect(studyAt(timer(), now).kind).toBe('pause')
  })

  test('is none where the segment has none', () => {
    done(ada, enter(2, 1))
    expect(reasonOf(tell(ada, { type: 'set-study', from: 1, change: 'stop' }))).toBe('meeting.no-study')
  })
})

describe('an observer’s lane', () => {
  beforeEach(() => {
    live({ kind: 'lane' }, { kind: 'debrief' })
    here(ben, eve)
  })
  const take = (from: MemberId | null, to: MemberId | null): MeetingCommand => ({
    type: 'take-lane',
    segmentId: segment(2),
    from,
    to,
  })

  test('is taken and given back by the observer; of two who take it the later one is told', () => {
    done(ben, take(null, ben))
    expect(reasonOf(tell(eve, take(null, eve)))).toBe('meeting.lane-moved')
    expect(reasonOf(tell(eve, take(ben, eve)))).toBe('meeting.not-facilitator')
    done(ben, take(ben, null))
    done(eve, take(null, eve))
    done(ada, take(eve, ben))
    expect(state()).toMatchObject({ lanes: [{ segmentId: segment(2), memberId: ben }] })
  })

  test('is no stop of the agenda', () => {
    expect(tell(ada, enter(1, 2))).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })

  test('cannot be taken any more once everybody reads it', () => {
    done(ada, enter(1, 3))
    expect(reasonOf(tell(ben, take(null, ben)))).toBe('meeting.lanes-open')
  })

  test('is only where the meeting has one', () => {
    const elsewhere: MeetingCommand = { type: 'take-lane', segmentId: segment(1), from: null, to: ben }
    expect(tell(ben, elsewhere)).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })
})
