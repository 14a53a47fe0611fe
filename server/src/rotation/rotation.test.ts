import { createCircle, joinCircle, seatMember, unseatMember } from '@rondo/shared/circle/contract.ts'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import * as contract from '@rondo/shared/rotation/contract.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { meetingRoutes, rotaMeetings } from '../meeting/index.ts'
import { pageRoutes } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { recordServed, rotaProjection, rotationRoutes } from './index.ts'

const F: Role = 'facilitator'
const N: Role = 'note-taker'

const world = async () => ({ ...(await temporaryContext()), documents: temporaryDocuments() })
let context: Awaited<ReturnType<typeof world>>
let ask: ReturnType<typeof temporaryApp>
let follower: ReturnType<typeof runJournalProjection>
let ada: Principal
let ben: Principal
let eve: Principal
let dan: Principal
let zoe: Principal
let circleId: string

beforeEach(async () => {
  context = await world()
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve', 'Dan', 'Zoe'])
  ;[ada, ben, eve, dan, zoe] = people as [Principal, Principal, Principal, Principal, Principal]
  ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context, {
      pastMeetings: async () => [],
      isMeeting: async () => false,
      nextFacilitator: async () => null,
      writeStory: () => Promise.reject(new Error('No story is told here')),
    })
    rotationRoutes(app, context, rotaMeetings)
    pageRoutes(app, context)
    meetingRoutes(app, context)
  })
  follower = runJournalProjection(context, rotaProjection(context, rotaMeetings))
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  circleId = granted(await ask(ada, createCircle, { body })).id
  for (const who of [ben, eve, dan]) {
    context.clock.advance(MINUTE)
    granted(await ask(who, joinCircle, { params: { circleId } }))
  }
})
afterEach(async () => {
  await follower.stop()
  await context.close()
})

const schedule = async (inDays: number, more: object = {}): Promise<MeetingId> => {
  const body = {
    title: 'Reading',
    format: 'learning-circle',
    startsAt: context.clock.now() + inDays * DAY,
    segments: [{ title: 'Round', minutes: 30 }],
    ...more,
  }
  return granted(await ask(ada, meeting.scheduleMeeting, { params: { circleId }, body })).id
}

/** Everybody has been to a meeting, in which nobody had a role. */
const seasoned = async () => {
  const attended = [ada, ben, eve, dan].map(({ memberId }) => memberId)
  const common = { circleId: circleId as CircleId, meetingId: context.ids.next<'meeting'>() }
  await transact(context.db, (tx) => recordServed(tx, { ...common, services: [], attended }))
}

/** Four meetings, a week apart, the first in eight days: all of them still follow the plan. */
const month = async (): Promise<MeetingId[]> => {
  await seasoned()
  const ids: MeetingId[] = []
  for (const week of [0, 1, 2, 3]) ids.push(await schedule(8 + 7 * week))
  return ids
}

const rotation = async (who = ada, query: Record<string, string> = {}) =>
  granted(await ask(who, contract.readRotation, { params: { circleId }, query }))

const nameOf = (memberId: string | null | undefined) =>
  Object.entries({ ada, ben, eve, dan, zoe }).find(([, who]) => who.memberId === memberId)?.[0] ?? null

const who = async (role: Role = F) =>
  (await rotation()).meetings.map(({ cells }) => nameOf(cells.find((cell) => cell.role === role)?.memberId))

const cell = async (meetingId: string, role: Role = F) => {
  const found = (await rotation(ada, { meetings: '12' })).meetings.find((one) => one.meetingId === meetingId)
  const one = found?.cells.find((candidate) => candidate.role === role)
  if (!one) throw new Error('There is no such cell')
  return one
}

const seenIn = async (meetingId: string, role: Role = F) => {
  const { memberId, version } = await cell(meetingId, role)
  return { memberId, version }
}

type TurnContract = typeof contract.acceptTurn
const act = async (
  by: Principal,
  command: TurnContract,
  meetingId: string,
  { role = F, seen, ...more }: { role?: Role; seen?: object; memberId?: string } = {},
) =>
  ask(by, command, {
    params: { meetingId, role },
    body: { seen: seen ?? (await seenIn(meetingId, role)), ...more },
  })

const offer = async (by: Principal, give: string, take: string, role: Role = F) =>
  ask(by, contract.offerSwap, {
    params: { circleId },
    body: {
      give: { meetingId: give, role, seen: await seenIn(give, role) },
      take: { meetingId: take, role, seen: await seenIn(take, role) },
    },
  })

const answer = (by: Principal, command: typeof contract.acceptSwap, swapId: string, version = 1) =>
  ask(by, command, { params: { circleId, swapId }, body: { version } })

const dayOfMeeting = async (meetingId: string) => {
  const found = (await rotation(ada, { meetings: '12' })).meetings.find((one) => one.meetingId === meetingId)
  if (!found?.day) throw new Error('This meeting has no day')
  return found.day
}

const rolesInLog = async (meetingId: string) => {
  await follower.settled()
  const state = foldMeeting(granted(await ask(ada, meeting.readMeeting, { params: { meetingId } })).events)
  if (state.phase === 'unscheduled') throw new Error('There is no log')
  return state.roles
}

const hold = async (meetingId: MeetingId, ...people: Principal[]) => {
  const params = { meetingId }
  const [first = ada, ...others] = people
  granted(await ask(first, meeting.startMeeting, { params }))
  for (const one of others) granted(await ask(one, meeting.joinMeeting, { params }))
  context.clock.advance(HOUR)
  granted(await ask(first, meeting.wrapMeeting, { params }))
  await follower.settled()
}

/** What must be refused, and must leave everything as it was. */
const refusedWithout = async (attempt: () => Promise<Parameters<typeof refused>[0]>) => {
  await follower.settled()
  const before = await dumpOf(context)
  const problem = refused(await attempt())
  expect(await dumpOf(context)).toBe(before)
  return problem
}

test('The next four meetings are told with every role, its person and the reason, also without a date.', async () => {
  const first = await schedule(9)
  const { roles, meetings, turns } = await rotation()
  expect(roles).toEqual(['facilitator', 'presenter', 'note-taker'].map((role) => ({ role, name: null })))
  expect(meetings.map(({ meetingId }) => meetingId)).toEqual([first, null, null, null])
  expect(await who()).toEqual(['ada', 'ben', 'eve', 'dan'])
  expect(turns[0]).toMatchObject({ meetingId: first, reason: { kind: 'everyone-is-new' } })
  for (const { cells } of meetings) expect(new Set(cells.map(({ memberId }) => memberId)).size).toBe(3)
})

test('Twelve weeks are told when they are asked for.', async () => {
  for (let week = 0; week < 12; week++) await schedule(8 + 7 * week)
  const asked = await rotation(ben, { meetings: '12' })
  expect(asked.meetings).toHaveLength(12)
  expect((await rotation()).meetings).toHaveLength(4)
  const leaders = asked.meetings.map(({ cells }) => nameOf(cells[0]?.memberId))
  expect(leaders.slice(0, 8)).toEqual(['ada', 'ben', 'eve', 'dan', 'ada', 'ben', 'eve', 'dan'])
})

test('Accepting keeps a turn; the log of the meeting names the same people as the rota.', async () => {
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  granted(await act(ben, contract.acceptTurn, second))
  expect(await cell(second)).toMatchObject({ state: 'accepted', decidedBy: ben.memberId })
  granted(await act(ada, contract.declineTurn, first))
  expect(await who()).toEqual(['eve', 'ben', 'ada', 'dan'])
  expect((await cell(first)).passed).toEqual([{ memberId: ada.memberId, kind: 'declined' }])
  expect(nameOf((await rolesInLog(first)).facilitator)).toBe('eve')
})

test('A skipped turn keeps its person at the head, and a host may skip somebody.', async () => {
  const [first = '' as MeetingId] = await month()
  const other = await refusedWithout(() => act(ben, contract.skipTurn, first))
  expect(other).toMatchObject({ status: 403, reason: 'rotation.not-yours' })
  granted(await act(ada, contract.skipTurn, first))
  expect(await who()).toEqual(['ben', 'ada', 'eve', 'dan'])
  granted(await act(ada, contract.skipTurn, first))
  expect((await who()).slice(0, 2)).toEqual(['eve', 'ada'])
})

test('Whoever volunteers has the turn; one that somebody confirmed is only swapped.', async () => {
  const [first = '' as MeetingId] = await month()
  granted(await act(dan, contract.volunteerForTurn, first))
  expect(await cell(first)).toMatchObject({ memberId: dan.memberId, state: 'volunteered' })
  const late = await refusedWithout(() => act(eve, contract.volunteerForTurn, first))
  expect(late).toMatchObject({ status: 409, reason: 'rotation.turn-taken' })
  granted(await act(dan, contract.releaseTurn, first))
  expect(await who()).toEqual(['ada', 'ben', 'eve', 'dan'])
})

test('A host names somebody, of the circle, who is there and did not opt out.', async () => {
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
  const [, second = '' as MeetingId] = await month()
  const seen = await seenIn(second)
  granted(await ask(ben, contract.optOut, { params: { circleId, role: F } }))
  const late = await refusedWithout(() => act(ben, contract.acceptTurn, second, { seen }))
  expect(late).toMatchObject({ status: 409, detail: 'This turn changed meanwhile. The rota moved on.' })
})

test('A swap moves nothing until it is accepted, and undoing it restores the plan.', async () => {
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const before = await who()
  const notes = await who(N)
  const { swapId } = granted(await offer(ada, first, second))
  expect(await who()).toEqual(before)
  expect(await cell(first)).toMatchObject({ swapId, state: 'proposed' })
  expect((await rotation()).swaps).toMatchObject([{ id: swapId, by: ada.memberId, to: ben.memberId }])
  expect(await refusedWithout(() => answer(eve, contract.acceptSwap, swapId))).toMatchObject({ status: 403 })
  granted(await answer(ben, contract.acceptSwap, swapId))
  expect(await who()).toEqual(['ben', 'ada', 'eve', 'dan'])
  expect(await cell(first)).toMatchObject({
    state: 'swapped',
    reason: { kind: 'swapped', with: ada.memberId },
  })
  granted(await answer(ada, contract.undoSwap, swapId, 2))
  expect([await who(), await who(N)]).toEqual([before, notes])
  expect((await rotation()).swaps).toEqual([])
})

test('An offer that was taken back, declined or answered cannot be accepted, and says why.', async () => {
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const one = granted(await offer(ada, first, second)).swapId
  granted(await answer(ada, contract.withdrawSwap, one))
  const withdrawn = await refusedWithout(() => answer(ben, contract.acceptSwap, one))
  expect(withdrawn).toMatchObject({
    status: 409,
    reason: 'rotation.swap-withdrawn',
    detail: 'This offer was taken back.',
  })
  const two = granted(await offer(ada, first, second)).swapId
  granted(await answer(ben, contract.declineSwap, two))
  expect(await refusedWithout(() => answer(ben, contract.acceptSwap, two))).toMatchObject({ status: 409 })
})

test('Accepting and taking back at the same time ends in one of the two.', async () => {
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const { swapId } = granted(await offer(ada, first, second))
  const answers = await Promise.all([
    answer(ben, contract.acceptSwap, swapId),
    answer(ada, contract.withdrawSwap, swapId),
  ])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 409]))
  expect((await who()).slice(0, 2)).toEqual(answers[0]?.ok ? ['ben', 'ada'] : ['ada', 'ben'])
})

test('A swap with somebody who is away is refused, and an open offer lapses when one of the two goes away.', async () => {
  const [first = '' as MeetingId, second = '' as MeetingId] = await month()
  const day = await dayOfMeeting(first)
  const away = { params: { circleId }, body: { from: day, to: day } }
  const { swapId } = granted(await offer(ada, first, second))
  const { awayId } = granted(await ask(ada, contract.addAway, away))
  expect((await rotation()).swaps).toEqual([])
  expect(await refusedWithout(() => answer(ben, contract.acceptSwap, swapId, 2))).toMatchObject({
    status: 409,
    reason: 'rotation.swap-lapsed',
  })
  granted(await ask(ada, contract.removeAway, { params: { circleId, awayId } }))
  granted(await ask(ben, contract.addAway, away))
  expect(await refusedWithout(() => offer(ada, first, second))).toMatchObject({
    status: 409,
    reason: 'rotation.away',
  })
})

test('Whoever is away is not proposed, loses what they accepted there, and has it back when they stay.', async () => {
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

test('A range that ends before it begins, somebody else’s range and a wrong day are refused.', async () => {
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

test('Turns of the coming week stay with their people whatever happens to the plan.', async () => {
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

test('A cancelled meeting keeps its people’s turns: they are next again.', async () => {
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

test('Who joins and who leaves is followed in the logs of the meetings to come.', async () => {
  const [, second = '' as MeetingId] = await month()
  granted(await ask(ben, unseatMember, { params: { circleId, memberId: ben.memberId } }))
  expect(nameOf((await rolesInLog(second)).facilitator)).toBe('eve')
  granted(await ask(ada, seatMember, { params: { circleId }, body: { memberId: zoe.memberId } }))
  expect(await who()).toEqual(['ada', 'eve', 'dan', 'zoe'])
})

test('The ledger gets what really happened, hand-overs included, and the next turns follow from it.', async () => {
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
  granted(await ask(ben, meeting.wrapMeeting, { params }))
  const { ledger, tallies } = await rotation()
  const led = ledger.filter(({ role }) => role === F).map(({ memberId }) => nameOf(memberId))
  expect(new Set(led)).toEqual(new Set(['ada', 'ben']))
  expect(tallies.filter(({ role }) => role === F)).toMatchObject([{ times: 1 }, { times: 1 }])
  expect((await who())[0]).toBe('eve')
})

test('"Take it": three minutes after the start, anyone in the room; a lost connection changes no role.', async () => {
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
  granted(await ask(ben, meeting.wrapMeeting, { params }))
  const { ledger } = await rotation()
  expect(ledger.filter(({ role }) => role === F).map(({ memberId }) => nameOf(memberId))).toEqual(['ben'])
  expect((await who())[0]).toBe('ada')
})

test('A hand-over before the start is a decision that the rota keeps.', async () => {
  const [first = '' as MeetingId] = await month()
  const body = { role: N, from: (await cell(first, N)).memberId, to: dan.memberId }
  granted(await ask(eve, meeting.handOverRole, { params: { meetingId: first }, body }))
  granted(await ask(ben, contract.optOut, { params: { circleId, role: N } }))
  expect(await cell(first, N)).toMatchObject({ memberId: dan.memberId, state: 'assigned' })
})

test('Nobody facilitates their first meeting, not even by volunteering or by a host’s word.', async () => {
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

test('Facts tell everybody of the circle, and the two of a swap, what changed.', async () => {
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

test('A meeting that never began does not hold a turn back.', async () => {
  await schedule(1)
  context.clock.advance(3 * DAY)
  expect(await rotation()).toMatchObject({ meetings: [{ meetingId: null }, {}, {}, {}] })
  expect((await who())[0]).toBe('ada')
})
