import { type CircleRole, isMeantBy, type Role } from '@rondo/shared/rotation/model.ts'

/** Those that have a field of their own where a meeting is scheduled. */
const CHOSEN = ['facilitator', 'presenter', 'note-taker']

interface WantedRoles {
  /** The other roles that go round in the circle: the rota gives them to somebody. */
  readonly byRota: readonly Role[]
  /** What the format names and the rota does not have: nobody gets it. */
  readonly missing: readonly string[]
}

/** The roles that a format names, beside those of the circle's rota. */
export const wantedRoles = (wanted: readonly string[], roles: readonly CircleRole[]): WantedRoles => ({
  byRota: roles
    .filter((one) => !CHOSEN.includes(one.role) && wanted.some((named) => isMeantBy(named, one)))
    .map(({ role }) => role),
  missing: wanted.filter((named) => !roles.some((one) => isMeantBy(named, one))),
})
