import { createCircle, joinCircle, seatMember, unseatMember } from '@rondo/shared/circle/contract.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import * as contract from '@rondo/shared/rotation/contract.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { F, type TemporaryRota, temporaryRota } from '../meeting/temporary-rota.ts'

let rota: TemporaryRota
beforeEach(async () => {
  rota = await temporaryRota()
})
afterEach(() => rota.close())

test('Whoever is away is not proposed, loses what they accepted there, and has it back when they stay.', async () => {
  const { ask, circleId, ada, month, rotation, nameOf, who, cell, act, dayOfMeeting, rolesInLog } = rota
  const [first = '' as MeetingId] = await month()
  const day = await dayOfMeeting(first)
  granted(await act(ada, contract.acceptTurn, first))
  const body = { from: day, to: day, everywhere: true }
  const { awayId } = granted(await ask(ada, contract.addAway, { params: { circleId }, body }))
  expect(await who()).toEqual(['ben', 'ada', 'eve', 'dan'])
  expect((await rotation()).meetings[0]?.away).toEqual([ada.memberId])
  expect(nameOf((await rolesInLog(first)).facilitator)).toBe('ben')
  granted(await ask(ada, contract.removeAway, { params: { circleId, awayId } }))
  expect(await cell(first)).toMatchObject({ memberId: ada.memberId, state: 'accepted' })
})

test('Being away everywhere changes no circle in which one may not write.', async () => {
  const { context, ask, circleId, ada, ben } = rota
  const body = { name: 'Over', purpose: 'It was.', timeZone: 'Europe/Berlin' }
  const { id: other } = granted(await ask(ben, createCircle, { body }))
  granted(await ask(ada, joinCircle, { params: { circleId: other } }))
  const away = async (from: string) => {
    granted(
      await ask(ada, contract.addAway, { params: { circleId }, body: { from, to: from, everywhere: true } }),
    )
    const rows = await context.db.read
      .selectFrom('rotaAway')
      .select('fromDay')
      .where('circleId', '=', other)
      .execute()
    return rows.map(({ fromDay }) => fromDay)
  }
  expect(await away('2026-05-01')).toEqual(['2026-05-01'])
  await context.db.writer.updateTable('circle').set({ status: 'archived' }).where('id', '=', other).execute()
  expect(await away('2026-06-01')).toEqual(['2026-05-01'])
  await context.db.writer
    .updateTable('circle')
    .set({ status: 'active', agreedVersion: 1 })
    .where('id', '=', other)
    .execute()
  expect(await away('2026-07-01')).toEqual(['2026-05-01'])
})

test('A range that ends before it begins, somebody else’s range and a wrong day are refused.', async () => {
  const { ask, circleId, ada, ben, refusedWithout } = rota
  const add = (body: object) => ask(ada, contract.addAway, { params: { circleId }, body })
  expect(await refusedWithout(() => add({ from: '2026-05-02', to: '2026-05-01' }))).toMatchObject({
    errors: [{ field: 'to', detail: 'must not be before the first day' }],
  })
  expect(await refusedWithout(() => add({ from: '2026-02-30', to: '2026-03-01' }))).toMatchObject({
    status: 400,
  })
  const { awayId } = granted(await add({ from: '2026-05-01', to: '2026-05-02' }))
  const other = () => ask(ben, contract.removeAway, { params: { circleId, awayId } })
  expect(await refusedWithout(other)).toMatchObject({ status: 404 })
})

test('"Not yet" lasts until its day or until it is taken back.', async () => {
  const { ask, circleId, ada, month, who, dayOfMeeting } = rota
  const [, second = '' as MeetingId] = await month()
  const until = await dayOfMeeting(second)
  const params = { circleId, role: F }
  granted(await ask(ada, contract.sayNotYet, { params, body: { until } }))
  expect(await who()).toEqual(['ben', 'ada', 'eve', 'dan'])
  granted(await ask(ada, contract.sayNotYet, { params, body: {} }))
  expect(await who()).toEqual(['ben', 'eve', 'dan', 'ben'])
  granted(await ask(ada, contract.optIn, { params }))
  expect(await who()).toEqual(['ada', 'ben', 'eve', 'dan'])
})

test('Who joins and who leaves is followed in the logs of the meetings to come.', async () => {
  const { ask, circleId, ada, ben, zoe, month, nameOf, who, rolesInLog } = rota
  const [, second = '' as MeetingId] = await month()
  granted(await ask(ben, unseatMember, { params: { circleId, memberId: ben.memberId } }))
  expect(nameOf((await rolesInLog(second)).facilitator)).toBe('eve')
  granted(await ask(ada, seatMember, { params: { circleId }, body: { memberId: zoe.memberId } }))
  expect(await who()).toEqual(['ada', 'eve', 'dan', 'zoe'])
})

test('Nobody facilitates their first meeting, not even by volunteering or by a host’s word.', async () => {
  const { ask, circleId, ada, ben, eve, dan, zoe, schedule, act, hold, refusedWithout } = rota
  await hold(await schedule(1), ada, ben, eve, dan)
  granted(await ask(ada, seatMember, { params: { circleId }, body: { memberId: zoe.memberId } }))
  const next = await schedule(9)
  expect(await refusedWithout(() => act(zoe, contract.volunteerForTurn, next))).toMatchObject({
    status: 409,
    reason: 'rotation.first-meeting',
  })
  const named = () => act(ada, contract.assignTurn, next, { memberId: zoe.memberId })
  expect(await refusedWithout(named)).toMatchObject({ reason: 'rotation.first-meeting' })
})

test('A circle adds roles of its own, which go round too, and removes all but the facilitator’s.', async () => {
  const { ask, circleId, ada, ben, schedule, rotation, rolesInLog, refusedWithout } = rota
  const first = await schedule(9)
  const params = { circleId }
  expect(
    await refusedWithout(() => ask(ben, contract.addRole, { params, body: { name: 'Host' } })),
  ).toMatchObject({ status: 403 })
  granted(await ask(ada, contract.addRole, { params, body: { role: 'timekeeper' } }))
  const { role } = granted(await ask(ada, contract.addRole, { params, body: { name: 'Tea' } }))
  const twice = () => ask(ada, contract.addRole, { params, body: { name: 'tea' } })
  expect(await refusedWithout(twice)).toMatchObject({ status: 409, reason: 'rotation.role-there' })
  expect((await rotation()).roles.at(-1)).toEqual({ role, name: 'Tea' })
  granted(await ask(ada, contract.removeRole, { params: { circleId, role: 'presenter' } }))
  expect(Object.values(await rolesInLog(first)).filter(Boolean)).toHaveLength(4)
  expect((await rolesInLog(first))[role]).not.toBeNull()
  const lead = () => ask(ada, contract.removeRole, { params: { circleId, role: F } })
  expect(await refusedWithout(lead)).toMatchObject({ reason: 'rotation.role-stays' })
})

test('A role that the circle does not have is refused.', async () => {
  const { ask, circleId, ada, month, act, refusedWithout } = rota
  const [first = '' as MeetingId] = await month()
  const seen = { memberId: null, version: 0 }
  const timekeeper = () => act(ada, contract.acceptTurn, first, { role: 'timekeeper', seen })
  expect(await refusedWithout(timekeeper)).toMatchObject({ status: 400, reason: 'rotation.unknown-role' })
  const king = () => act(ada, contract.acceptTurn, first, { role: 'king' as Role, seen })
  expect(await refusedWithout(king)).toMatchObject({ status: 400 })
  const optOut = () => ask(ada, contract.optOut, { params: { circleId, role: 'timekeeper' } })
  expect(await refusedWithout(optOut)).toMatchObject({ reason: 'rotation.unknown-role' })
})

test('Others see who comes next in an open circle, and nothing of who is away, who said no or who served.', async () => {
  const { ask, circleId, ada, ben, eve, zoe, month, rotation, act, dayOfMeeting, refusedWithout } = rota
  const [first = '' as MeetingId] = await month()
  const day = await dayOfMeeting(first)
  granted(await ask(ben, contract.addAway, { params: { circleId }, body: { from: day, to: day } }))
  granted(await act(ada, contract.declineTurn, first))
  const seen = await rotation(zoe)
  expect(seen.meetings[0]?.cells[0]).toMatchObject({ memberId: eve.memberId, passed: [], decidedBy: null })
  expect(seen.meetings.flatMap(({ away }) => away)).toEqual([])
  expect({ ...seen, meetings: [], turns: [], roles: [] }).toEqual({
    meetings: [],
    turns: [],
    roles: [],
    away: [],
    stances: [],
    swaps: [],
    ledger: [],
    tallies: [],
  })
  const volunteer = () => act(zoe, contract.volunteerForTurn, first)
  expect(await refusedWithout(volunteer)).toMatchObject({ status: 403 })
})
