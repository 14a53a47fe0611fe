import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Round } from '@rondo/shared/meeting/floor.ts'
import { describe, expect, it } from 'vitest'
import { hana, jonas, priya } from '../sample-room.tsx'
import { companionFor } from './first-time.ts'
import { viewOfRound } from './round-view.ts'
import { mayTakeTurn } from './turn.ts'

const leyla = '00000001-0000-4000-8000-000000000004' as MemberId
const thiago = '00000001-0000-4000-8000-000000000005' as MemberId

const round: Round = {
  segmentId: 's' as Round['segmentId'],
  seq: 9,
  seats: [jonas, hana, leyla, priya],
  holder: hana,
  since: 0,
  waiting: [leyla, priya],
  absent: [],
  had: [jonas],
  seconds: null,
}
const everybody = new Set([priya, jonas, hana, leyla])
const rsvps = [{ memberId: thiago, answer: 'own-time' as const }]
const view = (more: Partial<Round> = {}, here: ReadonlySet<MemberId> = everybody) =>
  viewOfRound({ round: { ...round, ...more }, facilitator: priya, here, rsvps })

describe('a round in the ring', () => {
  it('has the facilitator on top, the others as the round goes, and who answers in their own time last', () => {
    expect(view().seats).toEqual([
      { id: priya, state: 'waiting' },
      { id: jonas, state: 'present' },
      { id: hana, state: 'present' },
      { id: leyla, state: 'waiting' },
      { id: thiago, state: 'away' },
    ])
    expect(view()).toMatchObject({ lit: 2, next: 3, from: 1, nextUp: leyla, ownTime: [thiago], rest: 0 })
  })

  it('passes over who is not in the room, and says who that is', () => {
    const without = new Set([priya, jonas, hana])
    expect(view({}, without)).toMatchObject({ nextUp: priya, absent: [leyla] })
    expect(view({}, without).seats[3]).toEqual({ id: leyla, state: 'away' })
  })

  it('takes somebody who came after all as one who is here', () => {
    const late = { seats: [...round.seats, thiago], waiting: [...round.waiting, thiago] }
    expect(view(late, new Set([...everybody, thiago]))).toMatchObject({ ownTime: [], lit: 3 })
  })

  it('shows twelve of a large room, with whoever has the word among them', () => {
    const seats = Array.from({ length: 40 }, (_, n) => `m${n}` as MemberId)
    const large = view(
      { seats, holder: seats[30] as MemberId, had: [], waiting: seats.slice(31) },
      new Set(seats),
    )
    expect(large.seats).toHaveLength(12)
    expect(large.rest).toBe(29)
    expect(large.seats[large.lit ?? -1]?.id).toBe(seats[30])
  })
})

describe('taking a turn that nobody passes on', () => {
  const gone = new Set([priya, jonas, leyla])
  const sight = { round, here: gone, me: leyla, now: 60_000 }

  it('is for the next one, a minute after the turn of somebody began who is gone', () => {
    expect(mayTakeTurn(sight)).toBe(true)
    expect(mayTakeTurn({ ...sight, now: 59_999 })).toBe(false)
    expect(mayTakeTurn({ ...sight, here: everybody })).toBe(false)
    expect(mayTakeTurn({ ...sight, me: priya })).toBe(false)
  })

  it('is for whoever came back once all others had theirs', () => {
    const over = { ...round, holder: null, waiting: [], absent: [leyla] }
    expect(mayTakeTurn({ ...sight, round: over, now: 0 })).toBe(true)
  })
})

describe('leading for the first time', () => {
  const led = (memberId: MemberId, servedAt: number, role: 'facilitator' | 'presenter' = 'facilitator') => ({
    memberId,
    role,
    servedAt,
    meetingId: 'm' as never,
  })
  const here = new Set([priya, jonas, hana])

  it('is done with whoever of those here led most recently', () => {
    const ledger = [led(hana, 1), led(jonas, 2), led(leyla, 3), led(priya, 4, 'presenter')]
    expect(companionFor({ facilitator: priya, ledger, here })).toBe(jonas)
  })

  it('is nothing to somebody who led before, or where nobody did', () => {
    expect(companionFor({ facilitator: priya, ledger: [led(priya, 1), led(jonas, 2)], here })).toBeUndefined()
    expect(companionFor({ facilitator: priya, ledger: [], here })).toBeUndefined()
  })
})
