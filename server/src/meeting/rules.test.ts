import type { CircleId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { MeetingEvent, NewMeetingEvent, Roles } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, GRACE, type MeetingCommand, servicesOf, stamp } from './rules.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const segment = (n: number) => `00000000-0000-4000-8000-0000000000a${n}` as SegmentId
const [ada, ben, eve, out] = [member(1), member(2), member(3), member(9)]
const [first, second] = [segment(1), segment(2)]

const STARTS = 1_000 * MINUTE
const roles: Roles = { facilitator: ada, presenter: null, 'note-taker': ben }
const scene = (actor: MemberId) => ({
  actor,
  seated: new Set([ada, ben, eve]),
  hosts: new Set([eve]),
  segments: [first, second],
  circleId: '00000000-0000-4000-8000-30000000000c' as CircleId,
  questions: [],
  past: [],
})

const scheduled = (with_: Partial<Pick<Roles, 'facilitator' | 'presenter' | 'note-taker'>> = {}) =>
  stamp([], [{ type: 'scheduled', startsAt: STARTS, roles: { ...roles, ...with_ } }], ada, STARTS - 5)

/** The log after some commands, each of which must be accepted. */
const after = (
  log: readonly MeetingEvent[],
  ...commands: [MemberId, MeetingCommand, now?: number][]
): MeetingEvent[] => {
  const longer = [...log]
  for (const [actor, command, now = STARTS] of commands) {
    const decided = decide(foldMeeting(longer), command, now, scene(actor))
    if (!decided.ok) throw new Error(decided.refusal.detail)
    longer.push(...stamp(longer, decided.value, actor, now))
  }
  return longer
}

const asked = (log: MeetingEvent[], actor: MemberId, command: MeetingCommand, now = STARTS) =>
  decide(foldMeeting(log), command, now, scene(actor))

const start: MeetingCommand = { type: 'start' }
const join: MeetingCommand = { type: 'join' }
const wrap: MeetingCommand = { type: 'wrap', noNextStep: false }
const takeIt = (to: MemberId): MeetingCommand => ({ type: 'hand-over', role: 'facilitator', from: ada, to })
const live = (with_: Partial<Pick<Roles, 'facilitator' | 'presenter' | 'note-taker'>> = {}) =>
  after(scheduled(with_), [ben, start])

const conflict = (reason: string) => ({ ok: false, refusal: { code: 'conflict', reason } })
const forbidden = (reason: string) => ({ ok: false, refusal: { code: 'forbidden', reason } })

test('Starting enters the first segment and whoever starts has joined.', () => {
  const state = foldMeeting(live())
  expect(state).toMatchObject({
    phase: 'live',
    visits: [{ segmentId: first }],
    attended: [{ memberId: ben }],
  })
})

test('A page without segments starts all the same.', () => {
  const decided = decide(foldMeeting(scheduled()), start, STARTS, { ...scene(ben), segments: [] })
  expect(decided).toEqual({ ok: true, value: [{ type: 'started' }, { type: 'joined', memberId: ben }] })
})

test('Of two who start, the second is told that the meeting is live.', () => {
  expect(asked(live(), ada, start)).toMatchObject(conflict('meeting.already-started'))
})

test('Joining again adds nothing, also when the meeting is over.', () => {
  expect(asked(live(), ben, join)).toEqual({ ok: true, value: [] })
  const wrapped = after(live(), [ada, wrap])
  expect(asked(wrapped, ben, join)).toEqual({ ok: true, value: [] })
  expect(asked(wrapped, eve, join)).toMatchObject(conflict('meeting.already-wrapped'))
  expect(asked(scheduled(), eve, join)).toMatchObject(conflict('meeting.not-started'))
})

test('Nobody without a seat takes part.', () => {
  for (const command of [start, join, wrap, takeIt(out)]) {
    expect(asked(live(), out, command)).toMatchObject(forbidden('meeting.not-seated'))
  }
})

test('Whoever moves the light from where it no longer is, is told.', () => {
  const move: MeetingCommand = { type: 'enter-segment', from: first, to: second }
  const log = after(live(), [ada, move])
  expect(asked(log, ada, move)).toMatchObject(conflict('meeting.segment-moved'))
  expect(asked(log, ada, { ...move, from: null })).toMatchObject(conflict('meeting.segment-moved'))
  expect(asked(log, ada, { type: 'enter-segment', from: second, to: second })).toEqual({
    ok: true,
    value: [],
  })
})

test('A segment that the page does not have is not entered.', () => {
  const decided = asked(live(), ada, { type: 'enter-segment', from: first, to: segment(7) })
  expect(decided).toMatchObject({ ok: false, refusal: { code: 'invalid', errors: [{ field: 'to' }] } })
})

test('The facilitator moves the light and wraps up; everybody may while nobody holds the role.', () => {
  const move: MeetingCommand = { type: 'enter-segment', from: first, to: second }
  for (const command of [move, wrap]) {
    expect(asked(live(), eve, command)).toMatchObject(forbidden('meeting.not-facilitator'))
    expect(asked(live(), ada, command).ok).toBe(true)
    expect(asked(live({ facilitator: null }), eve, command).ok).toBe(true)
  }
})

test('A facilitator who left the circle leaves the role free.', () => {
  expect(asked(live({ facilitator: out }), eve, wrap).ok).toBe(true)
})

test('A role goes only from whom it is with, to somebody who sits in the circle.', () => {
  const late: MeetingCommand = { type: 'hand-over', role: 'note-taker', from: null, to: eve }
  expect(asked(live(), eve, late)).toMatchObject(conflict('meeting.role-moved'))
  expect(asked(live(), eve, { ...late, from: ben }).ok).toBe(true)
  expect(asked(live(), eve, { ...late, from: ben, to: out })).toMatchObject({
    ok: false,
    refusal: { code: 'invalid', errors: [{ field: 'to' }] },
  })
})

test('Before the start a role is given by whoever holds it or hosts, and an open one is taken.', () => {
  const roles = { facilitator: ada, presenter: null, 'note-taker': ben }
  const planned = stamp(
    [],
    [{ type: 'scheduled', startsAt: STARTS, roles, parts: [] }],
    ada,
    STARTS - 60 * MINUTE,
  )
  const give = (role: 'presenter' | 'note-taker', from: MemberId | null, to: MemberId): MeetingCommand => ({
    type: 'hand-over',
    role,
    from,
    to,
  })
  const notYours = forbidden('meeting.not-yours-to-give')
  expect(asked(planned, ada, give('note-taker', ben, eve))).toMatchObject(notYours)
  expect(asked(planned, ben, give('presenter', null, ada))).toMatchObject(notYours)
  expect(asked(planned, ben, give('presenter', null, ben)).ok).toBe(true)
  expect(asked(planned, ben, give('note-taker', ben, ada)).ok).toBe(true)
  // A host may, as in the rota.
  expect(asked(planned, eve, give('note-taker', ben, ada)).ok).toBe(true)
})

test('The facilitator hands over; somebody else may not, however long they wait, once the holder came.', () => {
  expect(asked(live(), ada, takeIt(eve)).ok).toBe(true)
  expect(asked(live(), ben, takeIt(ben))).toMatchObject(forbidden('meeting.not-facilitator'))
  const came = after(live(), [ada, join])
  expect(asked(came, ben, takeIt(ben), STARTS + 60 * MINUTE)).toMatchObject(
    forbidden('meeting.not-facilitator'),
  )
})

test('"Take it" opens three minutes after the planned or the real start, whichever is later.', () => {
  const planned = live()
  expect(asked(planned, ben, takeIt(ben), STARTS + GRACE - 1).ok).toBe(false)
  expect(asked(planned, ben, takeIt(ben), STARTS + GRACE).ok).toBe(true)
  const early = after(scheduled(), [ben, start, STARTS - 10 * MINUTE])
  expect(asked(early, ben, takeIt(ben), STARTS + GRACE - 1).ok).toBe(false)
  const late = after(scheduled(), [ben, start, STARTS + 10 * MINUTE])
  expect(asked(late, ben, takeIt(ben), STARTS + 10 * MINUTE + GRACE - 1).ok).toBe(false)
  expect(asked(late, ben, takeIt(ben), STARTS + 10 * MINUTE + GRACE).ok).toBe(true)
})

test('"Take it" is for oneself and for who is in the room.', () => {
  const now = STARTS + GRACE
  expect(asked(live(), ben, takeIt(eve), now)).toMatchObject(forbidden('meeting.not-facilitator'))
  expect(asked(live(), eve, takeIt(eve), now)).toMatchObject(forbidden('meeting.not-facilitator'))
  expect(asked(after(live(), [eve, join]), eve, takeIt(eve), now).ok).toBe(true)
})

test('Only a scheduled meeting is moved or cancelled.', () => {
  const move: MeetingCommand = { type: 'reschedule', startsAt: STARTS + 1 }
  const cancel: MeetingCommand = { type: 'cancel', reason: 'Holiday' }
  for (const command of [move, cancel]) {
    expect(asked(scheduled(), eve, command).ok).toBe(true)
    expect(asked(live(), ada, command)).toMatchObject(conflict('meeting.already-started'))
  }
  expect(asked(scheduled(), eve, { ...move, startsAt: STARTS })).toEqual({ ok: true, value: [] })
  const cancelled = after(scheduled(), [eve, cancel])
  expect(asked(cancelled, ada, start)).toMatchObject(conflict('meeting.already-cancelled'))
})

test('A clock that goes back does not take the log back.', () => {
  const log = stamp(live(), [{ type: 'joined', memberId: eve }], eve, 5)
  expect(log).toMatchObject([{ at: STARTS, seq: live().length + 1 }])
})

test('Who held a role served, once, unless they never came and another one took it.', () => {
  const log = after(
    live(),
    [ben, takeIt(ben), STARTS + GRACE],
    [ben, { type: 'hand-over', role: 'facilitator', from: ben, to: eve }],
    [eve, { type: 'hand-over', role: 'facilitator', from: eve, to: ben }],
    [ben, wrap],
  )
  const state = foldMeeting(log)
  if (state.phase !== 'wrapped') throw new Error('not wrapped')
  expect(servicesOf(state).map(({ role, memberId }) => [role, memberId])).toEqual([
    ['note-taker', ben],
    ['facilitator', ben],
  ])
})

const commands: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.constantFrom<MeetingCommand>(start, join, wrap, { type: 'cancel', reason: 'No' }),
  fc.record({ type: fc.constant('reschedule' as const), startsAt: fc.nat() }),
  fc.record({
    type: fc.constant('enter-segment' as const),
    from: fc.constantFrom(null, first, second),
    to: fc.constantFrom(first, second, segment(7)),
  }),
  fc.record({
    type: fc.constant('hand-over' as const),
    role: fc.constantFrom('facilitator' as const, 'presenter' as const, 'note-taker' as const),
    from: fc.constantFrom(null, ada, ben, eve),
    to: fc.constantFrom(ada, ben, eve, out),
  }),
)

const effectOf = (log: MeetingEvent[], event: NewMeetingEvent, by: MemberId) =>
  foldMeeting([...log, ...stamp(log, [event], by, STARTS)])

test('Every event that is decided changes the fold, and the log has no gaps, whatever is asked by whom.', () => {
  const asking = fc.array(fc.tuple(fc.constantFrom(ada, ben, eve, out), commands, fc.nat(20 * MINUTE)), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(asking, (steps) => {
      let log = scheduled()
      for (const [actor, command, later] of steps) {
        const now = STARTS + later
        const decided = decide(foldMeeting(log), command, now, scene(actor))
        if (!decided.ok) continue
        for (const event of decided.value) {
          const { seq: _, ...before } = foldMeeting(log)
          const { seq: __, ...then } = effectOf(log, event, actor)
          expect(then).not.toEqual(before)
          log = [...log, ...stamp(log, [event], actor, now)]
        }
      }
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
      const state = foldMeeting(log)
      const attended = state.phase === 'live' || state.phase === 'wrapped' ? state.attended : []
      expect(attended.map(({ memberId }) => memberId)).not.toContain(out)
    }),
  )
})
