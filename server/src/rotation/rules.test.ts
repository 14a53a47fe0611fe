import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import type { Service } from '@rondo/shared/rotation/model.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillRoles, nextFacilitators, type Rota, type Upcoming } from './rules.ts'

const member = (n: number) => `00000000-0000-4000-8000-00000000000${n}` as MemberId
const meeting = (n: number) => `00000000-0000-4000-8000-0000000000b${n}` as MeetingId
const [ada, ben, eve] = [member(1), member(2), member(3)]

const candidate = (memberId: MemberId, hasAttended = true) => ({
  memberId,
  joinedAt: Number(memberId.at(-1)),
  hasAttended,
})
const served = (memberId: MemberId, n: number, role: Service['role'] = 'facilitator'): Service => ({
  memberId,
  role,
  meetingId: meeting(n),
  servedAt: n * DAY,
})
const coming = (n: number, facilitator: MemberId | null, isLive = false): Upcoming => ({
  meetingId: meeting(n),
  startsAt: n * DAY,
  isLive,
  roles: { facilitator, presenter: null, 'note-taker': null },
})
const rota = (more: Partial<Rota> = {}): Rota => ({
  candidates: [ada, ben, eve].map((id) => candidate(id)),
  ledger: [],
  upcoming: [],
  ...more,
})

test('Four turns are told: the scheduled meetings first, then some without a date.', () => {
  const turns = nextFacilitators(rota({ upcoming: [coming(1, ada), coming(2, null)] }))
  expect(turns.map(({ meetingId, memberId }) => [meetingId, memberId])).toEqual([
    [meeting(1), ada],
    [meeting(2), ben],
    [null, eve],
    [null, ada],
  ])
})

test('Of more than four scheduled meetings the next four are told.', () => {
  const upcoming = [1, 2, 3, 4, 5].map((n) => coming(n, ada))
  expect(nextFacilitators(rota({ upcoming }))).toHaveLength(4)
})

test('Whoever leads the live meeting has had their turn, and the live meeting is no longer to come.', () => {
  const turns = nextFacilitators(rota({ upcoming: [coming(1, ada, true)] }))
  expect(turns.map(({ memberId }) => memberId)).toEqual([ben, eve, ada, ben])
})

test('A circle without members plans nothing.', () => {
  expect(nextFacilitators(rota({ candidates: [] }))).toEqual([])
  expect(fillRoles(rota({ candidates: [] }), DAY, {})).toEqual({
    facilitator: null,
    presenter: null,
    'note-taker': null,
  })
})

test('A meeting scheduled before another one does not take the same person twice.', () => {
  const roles = fillRoles(rota({ upcoming: [coming(5, ada)] }), 2 * DAY, {})
  expect(roles.facilitator).toBe(ben)
})

test('Somebody new does not lead the first planned meeting, and may lead the second.', () => {
  const candidates = [candidate(ada), candidate(ben, false)]
  const ledger = [served(ada, 1)]
  expect(fillRoles(rota({ candidates, ledger }), 3 * DAY, {}).facilitator).toBe(ada)
  const upcoming = [coming(2, ada)]
  expect(fillRoles(rota({ candidates, ledger, upcoming }), 3 * DAY, {}).facilitator).toBe(ben)
})

test('Note-takers go round by their own turns.', () => {
  const ledger = [served(ben, 1, 'note-taker'), served(ada, 1)]
  expect(fillRoles(rota({ ledger }), 9 * DAY, {})).toEqual({
    facilitator: ben,
    presenter: null,
    'note-taker': ada,
  })
})

const people = fc
  .uniqueArray(fc.nat(8), { minLength: 1, maxLength: 6 })
  .map((ids) => ids.map((n) => member(n + 1)))

test('While members suffice nobody gets two roles, and whoever is named keeps theirs.', () => {
  fc.assert(
    fc.property(people, fc.boolean(), fc.boolean(), (ids, presents, takesNotes) => {
      const candidates = ids.map((id) => candidate(id))
      const named = {
        ...(presents && { presenter: ids[0] }),
        ...(takesNotes && { 'note-taker': ids.at(-1) }),
      }
      const roles = fillRoles(rota({ candidates }), DAY, named)
      const holders = Object.values(roles).filter((holder) => holder !== null)
      const namedTwice = presents && takesNotes && ids.length === 1
      expect(roles).toMatchObject(named)
      expect(new Set(holders).size).toBe(namedTwice ? 1 : Math.min(holders.length, ids.length))
    }),
  )
})

test('Over as many meetings as there are members, scheduled one after another, everybody leads once.', () => {
  fc.assert(
    fc.property(people, (ids) => {
      const upcoming: Upcoming[] = []
      for (const [n] of ids.entries()) {
        const candidates = ids.map((id) => candidate(id))
        const { facilitator } = fillRoles(rota({ candidates, upcoming }), (n + 1) * DAY, {})
        upcoming.push(coming(n + 1, facilitator))
      }
      expect(new Set(upcoming.map(({ roles }) => roles.facilitator)).size).toBe(ids.length)
    }),
  )
})
