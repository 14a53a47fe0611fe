import { ownRole } from '@rondo/shared/rotation/model.ts'
import { expect, it } from 'vitest'
import { wantedRoles } from './wanted-roles.ts'

const scout = ownRole.parse('own-00000007-0000-4000-8000-000000000001')
const rota = [
  { role: 'facilitator', name: null },
  { role: 'note-taker', name: null },
  { role: scout, name: 'Scout' },
] as const

it('A role of the circle is known by what it is and by what it is called.', () => {
  expect(wantedRoles(['facilitator', scout], rota)).toEqual({ byRota: [scout], missing: [] })
  expect(wantedRoles(['facilitator', 'scout'], rota)).toEqual({ byRota: [scout], missing: [] })
})

it('What the format names and the rota does not have is missing; what it does not name is not given.', () => {
  expect(wantedRoles(['facilitator', 'presenter', 'timekeeper', 'Observer'], rota)).toEqual({
    byRota: [],
    missing: ['presenter', 'timekeeper', 'Observer'],
  })
})
