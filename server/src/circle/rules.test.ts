import type { Seat } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { split, stepDown, unseat } from './rules.ts'

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

test('Both circles of a split keep a host, whoever is chosen; and whoever steps down leaves one behind.', () => {
  const people = fc.uniqueArray(fc.record({ n: fc.nat(6), isHost: fc.boolean() }), { selector: (p) => p.n })
  fc.assert(
    fc.property(people, fc.array(fc.nat(7)), fc.nat(7), (starting, chosen, host) => {
      const seats = [seat(99, true), ...starting.map(({ n, isHost }) => seat(n, isHost))]
      const from = seats.map(({ memberId }) => memberId)
      const asked = { members: chosen.map(id), hostId: id(host), from }
      const parted = split({ seats, waiting: [id(7)] }, asked)
      if (parted.ok) {
        const gone = new Set(parted.value.going.map(({ memberId }) => memberId))
        expect(seats.some(({ memberId, isHost }) => isHost && !gone.has(memberId))).toBe(true)
        expect([...gone, ...parted.value.fromList]).toContain(id(host))
      }
      for (const { memberId } of seats)
        if (stepDown(seats, memberId).ok)
          expect(seats.some((one) => one.isHost && one.memberId !== memberId)).toBe(true)
    }),
  )
})
