import { memberId } from '@rondo/shared/kernel/id.ts'
import { describe, expect, it } from 'vitest'
import { turnOrder } from './turn-order.ts'

const person = (digit: number) => memberId.parse(`${digit}0000000-0000-4000-8000-000000000000`)
const [a, b, c, d] = [person(1), person(2), person(3), person(4)]
const seats = [a, b, c, d].map((id, index) => ({ memberId: id, joinedAt: index }))
const led = (id: typeof a, servedAt: number) => ({ memberId: id, role: 'facilitator' as const, servedAt })

describe('the order of leading', () => {
  it('begins with the planned turns and names everybody once', () => {
    const turns = [c, a, c].map((id) => ({ memberId: id }))
    expect(turnOrder(turns, seats, [])).toEqual([c, a, b, d])
  })

  it('goes on with whoever led longest ago, never before that', () => {
    expect(turnOrder([], seats, [led(a, 30), led(b, 10), led(c, 20), led(b, 5)])).toEqual([d, b, c, a])
  })

  it('counts leading only', () => {
    expect(turnOrder([], seats, [{ ...led(a, 9), role: 'presenter' }])[0]).toBe(a)
  })

  it('leaves out a planned holder who has left the circle', () => {
    expect(turnOrder([{ memberId: person(9) }], seats, [])).not.toContain(person(9))
  })
})
