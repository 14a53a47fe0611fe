import { seatMember, unseatMember } from '@rondo/shared/circle/contract.ts'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { startMeeting } from '@rondo/shared/meeting/contract.ts'
import * as contract from '@rondo/shared/rotation/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { rotaMeetings } from '../meeting/rota-meetings.ts'
import { F, N, type TemporaryRota, temporaryRota } from '../meeting/temporary-rota.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { followRota } from './follow.ts'

let rota: TemporaryRota
beforeEach(async () => {
  rota = await temporaryRota()
})
afterEach(() => rota.close())

test('Accepting keeps a turn; the log of the meeting names the same people as the rota.', async () => {
  const { ada, ben, month, nameOf, who, cell, act, rolesInLog } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  granted(await act(ben, contract.acceptTurn, second))
  expect(await cell(second)).toMatchObject({ state: 'accepted', decidedBy: ben.memberId })
  granted(await act(ada, contract.declineTurn, first))
  expect(await who()).toEqual(['eve', 'ben', 'ada', 'dan'])
  expect((await cell(first)).passed).toEqual([{ memberId: ada.memberId, kind: 'declined' }])
  expect(nameOf((await rolesInLog(first)).facilitator)).toBe('eve')
})

test('A skipped turn keeps its person at the head, and a host may skip somebody.', async () => {
  const { ada, ben, month, who, act, refusedWithout } = rota
  const [first = '' as MeetingId] = await month()
  const other = await refusedWithout(() => act(ben, contract.skipTurn, first))
  expect(other).toMatchObject({ status: 403, reason: 'rotation.not-yours' })
  granted(await act(ada, contract.skipTurn, first))
  expect(await who()).toEqual(['ben', 'ada', 'eve', 'dan'])
  granted(await act(ada, contract.skipTurn, first))
  expect((await who()).slice(0, 2)).toEqual(['eve', 'ada'])
})

test('Whoever volunteers has the turn; one that somebody confirmed is only swapped.', async () => {
  const { eve, dan, month, who, cell, act, refusedWithout } = rota
  const [first = '' as MeetingId] = await month()
  granted(await act(dan, contract.volunteerForTurn, first))
  expect(await cell(first)).toMatchObject({ memberId: dan.memberId, state: 'volunteered' })
  const late = await refusedWithout(() => act(eve, contract.volunteerForTurn, first))
  expect(late).toMatchObject({ status: 409, reason: 'rotation.turn-taken' })
  granted(await act(dan, contract.releaseTurn, first))
  expect(await who()).toEqual(['ada', 'ben', 'eve', 'dan'])
})

test('A host names somebody, of the circle, who is there and did not opt out.', async () => {
  const { ask, circleId, ada, ben, eve, dan, zoe, month, cell, act, dayOfMeeting, refusedWithout } = rota
  const [first = '' as MeetingId] = await month()
  const day = await dayOfMeeting(first)
  const assign = (by: Principal, memberId: string) => act(by, contract.assignTurn, first, { memberId })
  expect(await refusedWithout(() => assign(ben, eve.memberId))).toMatchObject({ reason: 'rotation.not-host' })
  expect(await refusedWithout(() => assign(ada, zoe.memberId))).toMatchObject({
    status: 400,
    errors: [{ field: 'memberId', detail: 'has no seat in this circle' }],
  })
  granted(await ask(eve, contract.optOut, { params: { circleId, role: F } }))
  expect(await refusedWithout(() => assign(ada, eve.memberId))).toMatchObject({
    reason: 'rotation.opted-out',
  })
  granted(await ask(dan, contract.addAway, { params: { circleId }, body: { from: day, to: day } }))
  expect(await refusedWithout(() => assign(ada, dan.memberId))).toMatchObject({ reason: 'rotation.away' })
  granted(await assign(ada, ben.memberId))
  expect(await cell(first)).toMatchObject({ memberId: ben.memberId, state: 'assigned', version: 1 })
})

test('Of two people at once one wins, and the other is told who it was.', async () => {
  const { eve, dan, month, nameOf, cell, seenIn, act } = rota
  const [first = '' as MeetingId] = await month()
  const seen = await seenIn(first)
  const answers = await Promise.all([
    act(dan, contract.volunteerForTurn, first, { seen }),
    act(eve, contract.volunteerForTurn, first, { seen }),
  ])
  const [winner] = [dan, eve].filter((_, index) => answers[index]?.ok)
  const [loser] = answers.filter(({ ok }) => !ok)
  expect(nameOf((await cell(first)).memberId)).toBe(nameOf(winner?.memberId))
  expect(loser?.ok === false && loser.problem).toMatchObject({
    reason: 'rotation.turn-moved',
    detail: `This turn changed meanwhile. It was ${winner === dan ? 'Dan' : 'Eve'}.`,
  })
})

test('What the rota itself moved on is a conflict too.', async () => {
  const { ask, circleId, ben, month, seenIn, act, refusedWithout } = rota
  const [, second = '' as MeetingId] = await month()
  const seen = await seenIn(second)
  granted(await ask(ben, contract.optOut, { params: { circleId, role: F } }))
  const late = await refusedWithout(() => act(ben, contract.acceptTurn, second, { seen }))
  expect(late).toMatchObject({ status: 409, detail: 'This turn changed meanwhile. The rota moved on.' })
})

test('Turns of the coming week stay with their people whatever happens to the plan.', async () => {
  const { context, ask, circleId, ada, eve, zoe, month, who, cell, act } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  context.clock.advance(3 * DAY)
  granted(await act(ada, contract.declineTurn, first))
  expect((await who()).slice(0, 2)).toEqual(['ben', 'ada'])
  expect(await cell(first, N)).toMatchObject({ memberId: eve.memberId })
  context.clock.advance(6 * DAY + HOUR)
  granted(await ask(ada, seatMember, { params: { circleId }, body: { memberId: zoe.memberId } }))
  granted(await ask(eve, unseatMember, { params: { circleId, memberId: eve.memberId } }))
  expect(await cell(second)).toMatchObject({ memberId: ada.memberId })
})

test('A meeting that never began does not hold a turn back.', async () => {
  const { context, schedule, rotation, who } = rota
  await schedule(1)
  context.clock.advance(3 * DAY)
  expect(await rotation()).toMatchObject({ meetings: [{ meetingId: null }, {}, {}, {}] })
  expect((await who())[0]).toBe('ada')
})

test('ROTA-21 Whose meeting fell through is next again, also where the next one had settled; the log says so.', async () => {
  const { context, ask, ada, circleId, seasoned, schedule, who, rolesInLog, nameOf, follower } = rota
  await seasoned()
  const first = await schedule(1)
  const second = await schedule(8)
  const host = ada.memberId
  const follow = () =>
    transact(context.db, (tx) => followRota(context, tx, rotaMeetings, circleId as CircleId, host))
  await follower.settled()
  context.clock.advance(DAY + 11 * HOUR)
  await follow()
  expect((await who()).slice(0, 2)).toEqual(['ada', 'ben'])
  context.clock.advance(2 * DAY)
  await follow()
  expect((await who()).slice(0, 2)).toEqual(['ada', 'ben'])
  expect(nameOf((await rolesInLog(second)).facilitator)).toBe('ada')
  granted(await ask(ada, startMeeting, { params: { meetingId: first } }))
  expect(nameOf((await rolesInLog(first)).facilitator)).toBe('ada')
})
