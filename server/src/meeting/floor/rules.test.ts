import type { CircleId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { MeetingEvent, NewMeetingEvent, PartOfSegment } from '@rondo/shared/meeting/events.ts'
import { currentRound } from '@rondo/shared/meeting/floor.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { decide, type MeetingCommand, stamp } from '../rules.ts'
import { queueOf } from './hands/rules.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const segment = (n: number) => `00000000-0000-4000-8000-0000000000a${n}` as SegmentId
const circleId = '00000000-0000-4000-8000-30000000000c' as CircleId
const SECOND = 1000
const people = [1, 2, 3, 4, 5, 6].map(member)
const [ada, ben, eve, zoe, mia, tom] = people as [MemberId, MemberId, MemberId, MemberId, MemberId, MemberId]
const roles = { facilitator: ada, presenter: null, 'note-taker': null }

let log: MeetingEvent[]
let now: number
let here: Set<MemberId>
let turns: Map<MemberId, number>

const live = () => {
  const state = foldMeeting(log)
  if (state.phase !== 'live') throw new Error('It is not live.')
  return state
}
const round = () => currentRound(live())
const record = (who: MemberId, events: readonly NewMeetingEvent[]) => {
  log = [...log, ...stamp(log, events, who, now)]
}
const tell = (who: MemberId, command: MeetingCommand) => {
  const segments = [segment(1), segment(2)]
  const seated = new Set(people)
  const scene = {
    actor: who,
    seated,
    hosts: new Set<MemberId>(),
    segments,
    questions: [],
    circleId,
    past: [],
    here,
    turns,
    isGuest: !seated.has(who),
  }
  const decided = decide(foldMeeting(log), command, now, scene)
  if (decided.ok) record(who, decided.value)
  return decided.ok ? decided.value.map(({ type }) => type) : decided.refusal.reason
}
const pass = (who: MemberId, more: { from?: number; had?: boolean } = {}) =>
  tell(who, { type: 'pass-turn', from: round()?.seq ?? 0, had: true, ...more })
const join = (...ids: MemberId[]) => {
  for (const id of ids) {
    here.add(id)
    tell(id, { type: 'join' })
  }
}
const begin = (...ids: MemberId[]) => beginWith([], ids)
const beginWith = (parts: PartOfSegment[], ids: readonly MemberId[]) => {
  now = 1_000 * MINUTE
  log = []
  here = new Set([ada])
  turns = new Map()
  record(ada, [{ type: 'scheduled', startsAt: now, roles, parts }])
  tell(ada, { type: 'start' })
  join(...ids)
}

describe('hands', () => {
  beforeEach(() => begin(ben, eve, zoe))

  test('stand in the order of the fewest turns, then of raising', () => {
    turns = new Map([[ben, 2]])
    for (const who of [ben, eve, zoe]) {
      tell(who, { type: 'raise-hand' })
      now += SECOND
    }
    expect(live().floor.hands.map(({ memberId }) => memberId)).toEqual([eve, zoe, ben])
    expect(tell(eve, { type: 'raise-hand' })).toEqual([])
  })

  test('are ordered the same whoever raises first among equals of one moment, and nobody gets lost (property)', () => {
    const hand = fc.record({ n: fc.nat({ max: 5 }), raisedAt: fc.nat({ max: 3 }) })
    const had = fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(hand, { selector: ({ n }) => n }), had, fc.nat(), (drawn, counts, turn) => {
        const hands = drawn.map(({ n, raisedAt }) => ({ memberId: member(n + 1), raisedAt }))
        const lately = new Map(counts.map((count, index) => [member(index + 1), count]))
        const cut = turn % (hands.length + 1)
        const queue = queueOf(hands, lately)
        expect(queueOf([...hands.slice(cut), ...hands.slice(0, cut)], lately)).toEqual(queue)
        expect(queue.toSorted()).toEqual(hands.map(({ memberId }) => memberId).toSorted())
        const ranks = queue.map((id) => {
          const raisedAt = hands.find(({ memberId }) => memberId === id)?.raisedAt ?? 0
          return (lately.get(id) ?? 0) * 10 + raisedAt
        })
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  test('are heard when whoever leads says so, and end by their own word', () => {
    tell(ben, { type: 'raise-hand' })
    expect(tell(eve, { type: 'give-word', from: 0, to: ben })).toBe('meeting.not-facilitator')
    expect(tell(ada, { type: 'give-word', from: 0, to: zoe })).toBe('meeting.hand-down')
    expect(tell(ada, { type: 'give-word', from: 0, to: ben })).toEqual(['word-given'])
    expect(live().floor).toMatchObject({ hands: [], word: { memberId: ben } })
    expect(tell(ada, { type: 'give-word', from: 0, to: null })).toBe('meeting.word-moved')
    expect(tell(ben, { type: 'give-word', from: live().floor.word.seq, to: null })).toEqual(['word-given'])
    expect(live().floor.word.memberId).toBeNull()
  })

  test('are lowered by their owner and by whoever leads', () => {
    tell(ben, { type: 'raise-hand' })
    tell(eve, { type: 'raise-hand' })
    expect(tell(zoe, { type: 'lower-hand', memberId: ben })).toBe('meeting.not-facilitator')
    expect(tell(ben, { type: 'lower-hand', memberId: ben })).toEqual(['hand-lowered'])
    expect(tell(ada, { type: 'lower-hand', memberId: eve })).toEqual(['hand-lowered'])
    expect(tell(ada, { type: 'lower-hand', memberId: eve })).toEqual([])
  })
})

describe('a round', () => {
  beforeEach(() => begin(ben, eve, zoe))
  const open = (seconds: number | null = null) => tell(ada, { type: 'open-round', seconds })

  test('begins after the facilitator, who comes last, and goes from seat to seat', () => {
    open(90)
    expect(round()).toMatchObject({ seats: [ben, eve, zoe, ada], holder: ben, seconds: 90 })
    for (const who of [ben, eve, zoe, ada]) expect(pass(who)).toEqual(['turn-passed'])
    expect(round()).toMatchObject({ holder: null, had: [ben, eve, zoe, ada], waiting: [], absent: [] })
    expect(open()).toEqual(['round-opened'])
    expect(round()).toMatchObject({ holder: ben, had: [] })
  })

  test('is opened by whoever leads, once', () => {
    expect(tell(ben, { type: 'open-round', seconds: null })).toBe('meeting.not-facilitator')
    open()
    expect(open()).toBe('meeting.round-open')
    expect(tell(eve, { type: 'raise-hand' })).toEqual(['hand-raised'])
    expect(tell(ada, { type: 'give-word', from: 0, to: eve })).toBe('meeting.round-open')
  })

  test('lets two who pass at once pass once', () => {
    open()
    const from = round()?.seq ?? 0
    expect(pass(ben, { from })).toEqual(['turn-passed'])
    expect(pass(ada, { from })).toBe('meeting.turn-moved')
    expect(round()).toMatchObject({ holder: eve, had: [ben] })
    expect(pass(ben)).toBe('meeting.not-your-turn')
  })

  test('passes over who is not in the room, and asks them at the end when they are back', () => {
    open()
    here.delete(eve)
    pass(ben)
    expect(round()).toMatchObject({ holder: zoe, absent: [eve] })
    pass(zoe)
    here.add(eve)
    pass(ada)
    expect(round()).toMatchObject({ holder: eve, absent: [] })
    pass(eve)
    expect(round()).toMatchObject({ holder: null, had: [ben, zoe, ada, eve] })
  })

  test('is over for those who are here, and goes on for who comes back after that', () => {
    here.delete(eve)
    open()
    for (const who of [ben, zoe, ada]) pass(who)
    expect(round()).toMatchObject({ holder: null, absent: [eve] })
    expect(pass(ada)).toBe('meeting.nobody-waits')
    here.add(eve)
    expect(pass(ben)).toBe('meeting.not-your-turn')
    expect(pass(eve)).toEqual(['turn-passed'])
    expect(round()).toMatchObject({ holder: eve, absent: [] })
  })

  test('takes in a guest who was away when it began, once they are back', () => {
    const guest = member(9)
    begin(ben, guest)
    here.delete(guest)
    open()
    expect(round()?.seats).not.toContain(guest)
    join(guest)
    expect(round()?.waiting.at(-1)).toBe(guest)
    expect(tell(guest, { type: 'join' })).toEqual([])
    expect(live().attended.filter(({ memberId }) => memberId === guest)).toHaveLength(1)
  })

  test('takes no hand of whoever has the turn', () => {
    open()
    expect(tell(ben, { type: 'raise-hand' })).toEqual([])
    expect(tell(eve, { type: 'raise-hand' })).toEqual(['hand-raised'])
  })

  test('takes late people in at the end', () => {
    open()
    pass(ben)
    join(mia)
    expect(round()?.seats).toEqual([ben, eve, zoe, ada, mia])
    for (const who of [eve, zoe, ada]) pass(who)
    expect(round()?.holder).toBe(mia)
    pass(mia)
    join(tom)
    expect(round()).toMatchObject({ holder: null, waiting: [tom] })
    expect(pass(tom)).toEqual(['turn-passed'])
  })

  test('leaves the piece with whoever lost the connection, until the next one may take it after a minute', () => {
    open()
    here.delete(ben)
    now += 59 * SECOND
    expect(pass(eve)).toBe('meeting.not-your-turn')
    now += SECOND
    expect(pass(zoe)).toBe('meeting.not-your-turn')
    expect(pass(eve)).toEqual(['turn-passed'])
    expect(round()).toMatchObject({ holder: eve, had: [], absent: [ben] })
  })

  test('is moved on by whoever leads, with or without a turn that counts', () => {
    open()
    expect(pass(ada, { had: false })).toEqual(['turn-passed'])
    expect(round()).toMatchObject({ holder: eve, absent: [ben], had: [] })
    pass(ada)
    expect(round()).toMatchObject({ holder: zoe, had: [eve] })
  })

  test('waits where it stood while another segment is on, and can be ended', () => {
    open()
    pass(ben)
    tell(ada, { type: 'enter-segment', from: segment(1), to: segment(2) })
    expect(round()).toBeUndefined()
    expect(pass(eve)).toBe('meeting.no-round')
    now += MINUTE
    tell(ada, { type: 'enter-segment', from: segment(2), to: segment(1) })
    expect(round()).toMatchObject({ holder: eve, since: now, had: [ben] })
    expect(tell(ben, { type: 'close-round', from: round()?.seq ?? 0 })).toBe('meeting.not-facilitator')
    expect(tell(ada, { type: 'close-round', from: round()?.seq ?? 0 })).toEqual(['round-closed'])
    expect(round()).toBeUndefined()
  })

  test('gives everybody who stays exactly one turn, loses nobody, and takes late ones last (property)', () => {
    const happening = fc.record({
      leaves: fc.array(fc.constantFrom(ben, eve, zoe)),
      returns: fc.array(fc.constantFrom(ben, eve, zoe)),
      joins: fc.option(fc.constantFrom(mia, tom), { nil: null }),
      byLead: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
        begin(ben, eve, zoe)
        open()
        const late: MemberId[] = []
        for (const { leaves, returns, joins, byLead } of happenings) {
          for (const id of leaves) if (id !== round()?.holder) here.delete(id)
          for (const id of returns) here.add(id)
          if (joins !== null && !late.includes(joins)) {
            late.push(joins)
            join(joins)
          }
          pass(byLead ? ada : (round()?.holder ?? ada))
        }
        for (const id of people) if (late.includes(id) || !round()?.had.includes(id)) here.add(id)
        for (let turn = 0; turn < 12; turn += 1) pass(round()?.holder ?? ada)
        const { seats, had, waiting, absent } = round() ?? { seats: [], had: [], waiting: [], absent: [] }
        expect(new Set(had)).toEqual(new Set(seats))
        expect(had).toHaveLength(seats.length)
        expect([...waiting, ...absent]).toEqual([])
        const order = seats.filter((id) => late.includes(id))
        expect(order).toEqual(late)
      }),
    )
  })
})

describe('a segment that is a round', () => {
  test('opens it when it is entered, and goes on with it when it is entered again', () => {
    beginWith([{ segmentId: segment(2), part: { kind: 'round' } }], [ben, eve])
    expect(round()).toBeUndefined()
    tell(ada, { type: 'enter-segment', from: segment(1), to: segment(2) })
    expect(round()).toMatchObject({ holder: ben, seats: [ben, eve, ada] })
    pass(ben)
    tell(ada, { type: 'enter-segment', from: segment(2), to: segment(1) })
    tell(ada, { type: 'enter-segment', from: segment(1), to: segment(2) })
    expect(round()).toMatchObject({ holder: eve, had: [ben] })
  })

  test('opens it at the start for everybody who has the page open, and when it becomes one', () => {
    beginWith([{ segmentId: segment(1), part: { kind: 'round' } }], [])
    expect(round()).toMatchObject({ holder: ada, seats: [ada] })
    begin(ben)
    tell(ada, { type: 'set-part', segmentId: segment(1), from: null, to: { kind: 'round' } })
    expect(round()).toMatchObject({ holder: ben, seats: [ben, ada] })
  })
})

describe('a co-facilitator', () => {
  beforeEach(() => begin(ben, eve))

  test('may lead as well, and may be named by one person at a time', () => {
    expect(tell(ben, { type: 'name-co-facilitator', from: null, to: ben })).toBe('meeting.not-facilitator')
    expect(tell(ada, { type: 'name-co-facilitator', from: null, to: ben })).toEqual(['co-facilitator-named'])
    expect(tell(ada, { type: 'name-co-facilitator', from: null, to: eve })).toBe(
      'meeting.co-facilitator-moved',
    )
    expect(tell(ben, { type: 'open-round', seconds: null })).toEqual(['round-opened'])
    expect(live().service).toEqual([{ role: 'facilitator', memberId: ada, since: now }])
  })

  test('is one no more once they facilitate', () => {
    tell(ada, { type: 'name-co-facilitator', from: null, to: ben })
    tell(ada, { type: 'hand-over', role: 'facilitator', from: ada, to: ben })
    expect(live()).toMatchObject({ coFacilitator: null, roles: { facilitator: ben } })
  })
})
