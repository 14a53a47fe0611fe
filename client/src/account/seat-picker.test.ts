import type { Member } from '@rondo/shared/account/model.ts'
import { memberId } from '@rondo/shared/kernel/id.ts'
import { expect, it } from 'vitest'
import { withoutSeat } from './seat-picker.tsx'

const member = (digit: number, name: string): Member => ({
  id: memberId.parse(`${digit}b6f6d3e-1111-4222-8333-444455556666`),
  name,
  colour: digit,
  timeZone: 'Europe/Berlin',
  role: 'member',
  joinedAt: 0,
})
const [jonas, hana, thiago] = [
  member(1, 'Jonas Weber'),
  member(2, 'Hana Sato'),
  member(3, 'Thiago Gonçalves'),
]

it('A seat is offered to whoever has none, by name.', () => {
  expect(withoutSeat([thiago, jonas, hana], [jonas.id])).toEqual([hana, thiago])
  expect(withoutSeat([jonas], [jonas.id])).toEqual([])
})
