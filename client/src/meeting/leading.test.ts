import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { describe, expect, it } from 'vitest'
import { givenBy, leads, mayTake } from './leading.ts'
import { hana, jonas, logOf, planned, priya, scheduled, startsAt } from './sample-room.tsx'

const seated = new Set([priya, jonas, hana])
const startedByJonas = logOf(
  scheduled,
  { type: 'started', by: jonas },
  { type: 'joined', memberId: jonas, by: jonas },
)
const state = planned(startedByJonas)
const at = (minutes: number) => startsAt + minutes * MINUTE

describe('who leads', () => {
  it('is the facilitator, and everybody once that person has no seat', () => {
    expect(leads(state, { me: priya, seated })).toBe(true)
    expect(leads(state, { me: jonas, seated })).toBe(false)
    expect(leads(state, { me: jonas, seated: new Set([jonas, hana]) })).toBe(true)
  })

  it('may hand over facilitating; everybody may hand over the other roles', () => {
    expect(givenBy(state, { me: priya, seated })).toEqual(['facilitator', 'presenter', 'note-taker'])
    expect(givenBy(state, { me: hana, seated })).toEqual(['presenter', 'note-taker'])
  })

  it('gives away before the start only what they hold themselves, unless they host', () => {
    const before = {
      roles: { facilitator: priya, presenter: hana, 'note-taker': jonas },
      phase: 'scheduled',
    } as const
    expect(givenBy(before, { me: hana, seated })).toEqual(['presenter'])
    expect(givenBy(before, { me: hana, seated, isHost: true })).toEqual(['presenter', 'note-taker'])
    expect(givenBy(before, { me: priya, seated })).toEqual(['facilitator'])
  })
})

describe('"Take it"', () => {
  it('is offered to whoever came once the facilitator is three minutes late', () => {
    expect(mayTake(state, { me: jonas, seated }, at(3) - 1)).toBe(false)
    expect(mayTake(state, { me: jonas, seated }, at(3))).toBe(true)
  })

  it('is not offered to somebody who did not come, nor to the facilitator', () => {
    expect(mayTake(state, { me: hana, seated }, at(10))).toBe(false)
    expect(mayTake(state, { me: priya, seated }, at(10))).toBe(false)
  })

  it('is not offered once the facilitator has come, however bad their connection is', () => {
    const came = planned([
      ...startedByJonas,
      { type: 'joined', memberId: priya, seq: 4, at: at(1), by: priya },
    ])
    expect(mayTake(came, { me: jonas, seated }, at(30))).toBe(false)
  })
})
