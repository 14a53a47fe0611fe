import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLog, logOf, member, roles, segment } from './any-log.ts'
import { meetingEvent, type NewMeetingEvent } from './events.ts'
import { NOBODY_SPEAKS } from './floor.ts'
import { applyEvent, foldMeeting, type MeetingState } from './fold.ts'

describe('foldMeeting', () => {
  test('gives the same state for any order of delivery and any repetition', () => {
    fc.assert(
      fc.property(anyLog, fc.infiniteStream(fc.nat()), (events, keys) => {
        const delivered = [...events, ...events.slice(0, 3)]
          .map((event) => ({ event, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event)
        expect(foldMeeting(delivered)).toEqual(foldMeeting(events))
      }),
    )
  })

  test('folds one by one to the same state as at once, which is what a late joiner sees', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(), (events, cut) => {
        const seen = foldMeeting(events.slice(0, cut % (events.length + 1)))
        expect(events.reduce<MeetingState>(applyEvent, seen)).toEqual(foldMeeting(events))
      }),
    )
  })

  test('reads from the wire and from the database what was written, whatever it was', () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        const stored: unknown = JSON.parse(JSON.stringify(events))
        expect(foldMeeting(meetingEvent.array().parse(stored))).toEqual(foldMeeting(events))
      }),
    )
  })

  test('changes who holds a role by a plan or a hand-over, and by nothing else', () => {
    const naming = ['role-handed-over', 'roles-planned']
    fc.assert(
      fc.property(anyLog, (events) => {
        const others = events.filter(({ type }) => !naming.includes(type))
        const state = foldMeeting(others)
        expect('roles' in state && state.roles).toEqual(roles)
      }),
    )
  })

  test('runs from scheduled through live to wrapped and stays there', () => {
    const events = logOf(
      { type: 'scheduled', startsAt: 1000, roles },
      { type: 'started' },
      { type: 'segment-entered', segmentId: segment(1) },
      { type: 'joined', memberId: member(3) },
      { type: 'joined', memberId: member(3) },
      { type: 'role-handed-over', role: 'facilitator', from: member(1), to: member(3) },
      { type: 'wrapped' },
      { type: 'segment-entered', segmentId: segment(2) },
      { type: 'role-handed-over', role: 'facilitator', from: member(3), to: member(4) },
    )
    expect(foldMeeting(events)).toEqual({
      phase: 'wrapped',
      seq: 9,
      coFacilitator: null,
      floor: NOBODY_SPEAKS,
      startsAt: 1000,
      startedAt: 20,
      wrappedAt: 70,
      noNextStep: false,
      roles: { ...roles, facilitator: member(3) },
      parts: [],
      window: { before: 24 * 60, after: 48 * 60 },
      lanes: [],
      order: [],
      matches: [],
      studies: [],
      extensions: [],
      pauses: [],
      votes: [],
      visits: [{ segmentId: segment(1), enteredAt: 30 }],
      attended: [{ memberId: member(3), joinedAt: 40 }],
      service: [
        { role: 'facilitator', memberId: member(1), since: 20 },
        { role: 'note-taker', memberId: member(2), since: 20 },
        { role: 'facilitator', memberId: member(3), since: 60 },
      ],
    })
  })

  test('keeps the word that there is no next step; logs from before it was asked say nothing', () => {
    const begun: NewMeetingEvent[] = [{ type: 'scheduled', startsAt: 1, roles }, { type: 'started' }]
    const said = meetingEvent.array().parse(logOf(...begun, { type: 'wrapped', noNextStep: true }))
    expect(foldMeeting(said)).toMatchObject({ phase: 'wrapped', noNextStep: true })
    const old = meetingEvent.array().parse(logOf(...begun, { type: 'wrapped' }))
    expect(foldMeeting(old)).toMatchObject({ phase: 'wrapped', noNextStep: false })
  })

  test('a cancelled meeting cannot be started', () => {
    const events = logOf(
      { type: 'scheduled', startsAt: 1, roles },
      { type: 'cancelled', reason: 'ill' },
      { type: 'started' },
    )
    expect(foldMeeting(events)).toMatchObject({ phase: 'cancelled', reason: 'ill' })
  })
})
