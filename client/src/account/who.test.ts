import { memberId } from '@rondo/shared/kernel/id.ts'
import { expect, it } from 'vitest'
import { calledNames } from './who.ts'

const person = (digit: number, name: string) => ({
  id: memberId.parse(`${digit}0000000-0000-4000-8000-000000000000`),
  name,
})

it('People are called by first name, and in full where two share it.', () => {
  const called = calledNames([
    person(1, 'Ana Lima'),
    person(2, 'Jonas Weber'),
    person(3, 'Ana Costa'),
    person(4, 'Bo'),
  ])
  expect([...called.values()]).toEqual(['Ana Lima', 'Jonas', 'Ana Costa', 'Bo'])
})
