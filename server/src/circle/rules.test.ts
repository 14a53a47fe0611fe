import type { Seat } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unseat } from './rules.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as MemberId
const seat = (n: number, isHost: boolean): Seat => ({ memberId: id(n), isHost, joinedAt: n })

test('The last host cannot go while others stay.', () => {
  const result = unseat([seat(1, true), seat(2, false)], id(1), id(1), true)
  expect(result).toMatchObject({ ok: false, refusal: { code: 'conflict', reason: 'circle.last-host' } })
})

test('The last host may go when nobody else is left.', () => {
  expect(unseat([seat(1, true)], id(1), id(1), true).ok).toBe(true)
})

test('Somebody who is no host removes nobody but themself.', () => {
  const seats = [seat(1, true), seat(2, false), seat(3, false)]
  expect(unseat(seats, id(3), id(2), false)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  expect(unseat(seats, id(2), id(2), false).ok).toBe(true)
})

test('A circle with people in it always keeps a host, whoever goes in whatever order.', () => {
  const people = fc.uniqueArray(fc.record({ n: fc.nat(6), isHost: fc.boolean() }), { selector: (p) => p.n })
  fc.assert(
    fc.property(people, fc.array(fc.nat(6)), (starting, leaving) => {
      let seats = [seat(99, true), ...starting.map(({ n, isHost }) => seat(n, isHost))]
      for (const n of [...leaving, 99]) {
        const result = unseat(seats, id(n), id(n), false)
        if (result.ok) seats = seats.filter(({ memberId }) => memberId !== id(n))
        expect(seats.length === 0 || seats.some(({ isHost }) => isHost)).toBe(true)
      }
    }),
  )
})
