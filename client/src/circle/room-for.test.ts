import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { expect, it } from 'vitest'
import { freeSeats, mustWait } from './room-for.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as MemberId
const seats = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ memberId: id(n), isHost: n === 0, joinedAt: n }))

it('lets everybody in where there is no limit', () => {
  expect(mustWait({ seatLimit: null, seats: seats(40), waiting: [] }, id(99))).toBe(false)
})

it('has whoever comes to a full circle wait, also where a host let in more than wanted', () => {
  for (const count of [6, 7]) {
    const circle = { seatLimit: 6, seats: seats(count), waiting: [] }
    expect([freeSeats(circle), mustWait(circle, id(99))]).toEqual([0, true])
  }
})

it('gives a free seat to whoever has waited longest, and to nobody else', () => {
  const circle = { seatLimit: 6, seats: seats(5), waiting: [id(20), id(21)] }
  expect([20, 21, 99].map((n) => mustWait(circle, id(n)))).toEqual([false, true, true])
})
