import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import * as contract from '@rondo/shared/rotation/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { F, N, type TemporaryRota, temporaryRota } from '../meeting/temporary-rota.ts'

let rota: TemporaryRota
beforeEach(async () => {
  rota = await temporaryRota()
})
afterEach(() => rota.close())

test('The next four meetings are told with every role, its person and the reason, also without a date.', async () => {
  const { schedule, rotation, who } = rota
  const first = await schedule(9)
  const { roles, meetings, turns } = await rotation()
  expect(roles).toEqual(['facilitator', 'presenter', 'note-taker'].map((role) => ({ role, name: null })))
  expect(meetings.map(({ meetingId }) => meetingId)).toEqual([first, null, null, null])
  expect(await who()).toEqual(['ada', 'ben', 'eve', 'dan'])
  expect(turns[0]).toMatchObject({ meetingId: first, reason: { kind: 'everyone-is-new' } })
  for (const { cells } of meetings) expect(new Set(cells.map(({ memberId }) => memberId)).size).toBe(3)
})

test('Twelve weeks are told when they are asked for.', async () => {
  const { ben, schedule, rotation, nameOf } = rota
  for (let week = 0; week < 12; week++) await schedule(8 + 7 * week)
  const asked = await rotation(ben, { meetings: '12' })
  expect(asked.meetings).toHaveLength(12)
  expect((await rotation()).meetings).toHaveLength(4)
  const leaders = asked.meetings.map(({ cells }) => nameOf(cells[0]?.memberId))
  expect(leaders.slice(0, 8)).toEqual(['ada', 'ben', 'eve', 'dan', 'ada', 'ben', 'eve', 'dan'])
})

test('A cancelled meeting keeps its people’s turns: they are next again.', async () => {
  const { ask, ada, month, nameOf, who, act, rolesInLog, refusedWithout } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const body = { reason: 'Storm' }
  granted(await ask(ada, meeting.cancelMeeting, { params: { meetingId: first }, body }))
  expect((await who()).slice(0, 3)).toEqual(['ada', 'ben', 'eve'])
  expect(nameOf((await rolesInLog(second)).facilitator)).toBe('ada')
  expect(
    await refusedWithout(() =>
      act(ada, contract.acceptTurn, first, { seen: { memberId: null, version: 0 } }),
    ),
  ).toMatchObject({
    status: 409,
    reason: 'rotation.not-to-come',
  })
})

test('ROTA-20 The ledger gets what really happened, hand-overs included, and the next turns follow from it.', async () => {
  const { context, ask, ada, ben, month, rotation, nameOf, who } = rota
  const [first = '' as MeetingId] = await month()
  context.clock.advance(8 * DAY)
  const params = { meetingId: first }
  granted(await ask(ada, meeting.startMeeting, { params }))
  granted(await ask(ben, meeting.joinMeeting, { params }))
  granted(
    await ask(ada, meeting.handOverRole, {
      params,
      body: { role: F, from: ada.memberId, to: ben.memberId },
    }),
  )
  granted(await ask(ben, meeting.wrapMeeting, { params, body: { noNextStep: false } }))
  const { ledger, tallies } = await rotation()
  const led = ledger.filter(({ role }) => role === F).map(({ memberId }) => nameOf(memberId))
  expect(new Set(led)).toEqual(new Set(['ada', 'ben']))
  expect(tallies.filter(({ role }) => role === F)).toMatchObject([{ times: 1 }, { times: 1 }])
  expect((await who())[0]).toBe('eve')
})

test('"Take it": three minutes after the start, anyone in the room; a lost connection changes no role.', async () => {
  const { context, ask, ada, ben, month, rotation, nameOf, who, rolesInLog, refusedWithout } = rota
  const [first = '' as MeetingId] = await month()
  context.clock.advance(8 * DAY)
  const params = { meetingId: first }
  granted(await ask(ben, meeting.startMeeting, { params }))
  const take = () =>
    ask(ben, meeting.handOverRole, { params, body: { role: F, from: ada.memberId, to: ben.memberId } })
  context.clock.advance(3 * MINUTE - 1)
  expect(await refusedWithout(take)).toMatchObject({ status: 403, reason: 'meeting.not-facilitator' })
  expect(nameOf((await rolesInLog(first)).facilitator)).toBe('ada')
  context.clock.advance(1)
  granted(await take())
  context.clock.advance(HOUR)
  granted(await ask(ben, meeting.wrapMeeting, { params, body: { noNextStep: false } }))
  const { ledger } = await rotation()
  expect(ledger.filter(({ role }) => role === F).map(({ memberId }) => nameOf(memberId))).toEqual(['ben'])
  expect((await who())[0]).toBe('ada')
})

test('A hand-over before the start is a decision that the rota keeps.', async () => {
  const { ask, circleId, ben, eve, dan, month, cell } = rota
  const [first = '' as MeetingId] = await month()
  const body = { role: N, from: (await cell(first, N)).memberId, to: dan.memberId }
  granted(await ask(eve, meeting.handOverRole, { params: { meetingId: first }, body }))
  granted(await ask(ben, contract.optOut, { params: { circleId, role: N } }))
  expect(await cell(first, N)).toMatchObject({ memberId: dan.memberId, state: 'assigned' })
})

test('Facts tell everybody of the circle, and the two of a swap, what changed.', async () => {
  const { context, follower, circleId, ada, ben, eve, dan, month, act, offer } = rota
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  await follower.settled()
  const from = await context.journal.head(context.db.read)
  granted(await offer(ada, first, second))
  granted(await act(dan, contract.volunteerForTurn, first, { role: N }))
  await follower.settled()
  const facts = await context.journal.readAfter(context.db.read, from, 100)
  const heard = facts.map(({ name, audience }) => [name, audience])
  expect(heard).toContainEqual(['rotation.changed', { circleId }])
  expect(heard).toContainEqual(['rotation.swap-changed', { members: [ada.memberId, ben.memberId] }])
  const everybody = [ada, ben, eve, dan].map(({ memberId }) => memberId)
  expect(heard).toContainEqual(['rotation.turn-decided', { members: everybody }])
})
