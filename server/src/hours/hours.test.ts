import * as circleContract from '@rondo/shared/circle/contract.ts'
import * as contract from '@rondo/shared/hours/contract.ts'
import { USUAL_HOURS } from '@rondo/shared/hours/model.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { type CircleId, memberId } from '@rondo/shared/kernel/id.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { hoursRoutes } from './routes.ts'

let context: Awaited<ReturnType<typeof temporaryContext>>
let ask: ReturnType<typeof temporaryApp>
let ada: Principal
let ben: Principal
let eve: Principal

beforeEach(async () => {
  context = await temporaryContext()
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  ;[ada, ben, eve] = people as [Principal, Principal, Principal]
  ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    hoursRoutes(app, context)
  })
})
afterEach(() => context.close())

const EARLY = { days: [2, 3, 4], from: '06:30', to: '12:00' }
/** The week after the clock of these tests, whose Thursday is 5 March 2026. */
const NEXT_WEEK = { day: '2026-03-09', minutes: '60' }

const livesIn = (who: Principal, timeZone: string) =>
  context.db.writer.updateTable('member').set({ timeZone }).where('id', '=', who.memberId).execute()

const circleOf = async (visibility: 'open' | 'confidential', ...others: Principal[]) => {
  const body = { name: 'Reading', purpose: 'We read.', timeZone: 'Europe/Berlin', visibility }
  const { id } = granted(await ask(ada, circleContract.createCircle, { body }))
  for (const { memberId } of others)
    granted(await ask(ada, circleContract.seatMember, { params: { circleId: id }, body: { memberId } }))
  return { circleId: id }
}

test('Whoever has not said when they work is assumed to work the usual hours, until they say otherwise.', async () => {
  expect(granted(await ask(ada, contract.readOwnHours))).toEqual({ hours: USUAL_HOURS, isAssumed: true })
  const said = granted(await ask(ada, contract.changeOwnHours, { body: { ...EARLY, days: [4, 2, 3] } }))
  expect(said).toEqual({ hours: EARLY, isAssumed: false })
  granted(await ask(ada, contract.changeOwnHours, { body: { ...EARLY, to: '13:00' } }))
  expect(granted(await ask(ada, contract.readOwnHours)).hours.to).toBe('13:00')
  expect(granted(await ask(ben, contract.readOwnHours)).isAssumed).toBe(true)
})

test('That somebody works at other hours is told without the hours.', async () => {
  const before = await context.journal.head(context.db.read)
  granted(await ask(ada, contract.changeOwnHours, { body: EARLY }))
  const [told, ...more] = await context.journal.readAfter(context.db.read, before, 10)
  expect(more).toEqual([])
  expect(told).toMatchObject({ name: 'member.changed', payload: { memberId: ada.memberId } })
})

test.each([
  ['no day', { ...EARLY, days: [] }, 'days'],
  ['a day twice', { ...EARLY, days: [1, 1] }, 'days'],
  ['an eighth day', { ...EARLY, days: [8] }, 'days.0'],
  ['an end before the start', { ...EARLY, to: '06:00' }, 'to'],
  ['an end at the start', { ...EARLY, to: '06:30' }, 'to'],
  ['a time that is none', { ...EARLY, from: '25:00' }, 'from'],
  ['somebody else’s name', { ...EARLY, memberId: '00000000-0000-4000-8000-000000000002' }, 'memberId'],
  ['a zone of its own', { ...EARLY, timeZone: 'Mars/Olympus' }, 'timeZone'],
])('Hours with %s are refused at the field, and nothing changes.', async (_, body, field) => {
  const before = await dumpOf(context)
  const { status, errors } = refused(await ask(ada, contract.changeOwnHours, { body }))
  expect([status, errors?.[0]?.field]).toEqual([400, field])
  expect(await dumpOf(context)).toBe(before)
})

test('The people of a circle see when the others work; nobody else does, and of a confidential circle they learn nothing.', async () => {
  granted(await ask(ben, contract.changeOwnHours, { body: EARLY }))
  const open = await circleOf('open', ben)
  const hidden = await circleOf('confidential', ben)
  const asked: readonly (readonly [Contract, { day: string; minutes: string } | undefined])[] = [
    [contract.listHours, undefined],
    [contract.rankSlots, NEXT_WEEK],
    [contract.planSeries, NEXT_WEEK],
  ]
  const { attendees } = granted(await ask(ada, contract.listHours, { params: open }))
  expect(attendees.map(({ hours, isAssumed }) => [hours, isAssumed])).toEqual([
    [USUAL_HOURS, true],
    [EARLY, false],
  ])
  for (const [one, query] of asked) {
    const statusFor = async (who: Principal | null, params: { circleId: string }) => {
      const answer = await ask(who, one, { params, ...(query && { query }) })
      if (who !== ben) expect(answer.text).not.toContain('06:30')
      return answer.status
    }
    expect(await statusFor(ben, open)).toBe(200)
    expect(await statusFor(eve, open)).toBe(403)
    expect(await statusFor(eve, hidden)).toBe(404)
    expect(await statusFor(null, open)).toBe(401)
  }
})

test('Ranked times spare everybody who can be spared, on the clock of each of them.', async () => {
  await livesIn(ben, 'America/New_York')
  const params = await circleOf('open', ben)
  const { slots } = granted(await ask(ada, contract.rankSlots, { params, query: NEXT_WEEK }))
  const [best] = slots
  // New York is on summer time since 8 March, Berlin not yet: five hours apart, not six.
  expect(best).toMatchObject({ time: '14:00', earliest: '14:00', latest: '16:00' })
  expect(best?.starts).toHaveLength(5)
  expect(best?.starts[0]?.day).toBe('2026-03-09')
  expect(best?.views).toEqual([
    { memberId: ada.memberId, day: '2026-03-09', time: '14:00', strain: 'in-hours' },
    { memberId: ben.memberId, day: '2026-03-09', time: '09:00', strain: 'in-hours' },
  ])
  const later = { day: '2026-03-30', minutes: '60' }
  expect(granted(await ask(ada, contract.rankSlots, { params, query: later })).slots[0]?.time).toBe('15:00')
})

test('A time that is over is not offered.', async () => {
  const params = await circleOf('open')
  const query = { day: '2026-03-04', days: '2', minutes: '60' }
  const { slots } = granted(await ask(ada, contract.rankSlots, { params, query }))
  expect(slots.length).toBeGreaterThan(0)
  for (const { startsAt } of slots.flatMap(({ starts }) => starts))
    expect(startsAt).toBeGreaterThanOrEqual(context.clock.now())
  const over = { day: '2026-02-04', days: '2', minutes: '60' }
  expect(granted(await ask(ada, contract.rankSlots, { params, query: over })).slots).toEqual([])
})

test('A series rotates over the ends of the world, and says for whom an asynchronous seat is proposed.', async () => {
  await livesIn(ben, 'Pacific/Auckland')
  const params = await circleOf('open', ben)
  const fair = granted(await ask(ada, contract.planSeries, { params, query: NEXT_WEEK }))
  expect(fair).toMatchObject({ isFair: true, sawAll: true })
  expect(fair.times.length).toBeGreaterThan(1)
  const weekend = { days: [6, 7], from: '09:00', to: '17:00' }
  granted(await ask(ben, contract.changeOwnHours, { body: weekend }))
  const unfair = granted(await ask(ada, contract.planSeries, { params, query: NEXT_WEEK }))
  expect(unfair).toMatchObject({ isFair: false, sawAll: true })
  const seats = unfair.meetings.flatMap(({ views }) => views.filter(({ isAsync }) => isAsync))
  expect(new Set(seats.map(({ memberId }) => memberId))).toEqual(new Set([ben.memberId]))
})

test.each([
  ['no day', { minutes: '60' }],
  ['a day that is none', { day: '2026-02-30', minutes: '60' }],
  ['a day of the year one', { day: '0001-01-01', minutes: '60' }],
  ['no length', { day: '2026-03-09' }],
  ['a length of nothing', { day: '2026-03-09', minutes: '0' }],
  ['half a minute', { day: '2026-03-09', minutes: '0.5' }],
  ['two days long', { day: '2026-03-09', minutes: '2880' }],
  ['a year of days', { day: '2026-03-09', minutes: '60', days: '365' }],
])('Times with %s are refused.', async (_, query) => {
  const params = await circleOf('open')
  expect((await ask(ada, contract.rankSlots, { params, query })).status).toBe(400)
})

test('A zone that this server does not know is named, with what to do.', async () => {
  await livesIn(ben, 'Mars/Olympus')
  const params = await circleOf('open', ben)
  const problem = refused(await ask(ada, contract.rankSlots, { params, query: NEXT_WEEK }))
  expect(problem).toMatchObject({ status: 409, reason: 'hours.unknown-zone' })
  expect(problem.detail).toContain('Mars/Olympus')
})

test('While the fairest hours of sixty people are looked for, nobody else waits.', async () => {
  const params = await circleOf('open')
  await fill(params.circleId, 60)
  let isOver = false
  let turns = 0
  const others = () => {
    turns += 1
    if (!isOver) setImmediate(others)
  }
  const asked = ask(ada, contract.planSeries, { params, query: NEXT_WEEK }).finally(() => {
    isOver = true
  })
  setImmediate(others)
  granted(await asked)
  expect(turns).toBeGreaterThan(1000)
})

test('Whoever asks again and again before they are answered waits, and is answered later.', async () => {
  const params = await circleOf('open', ben)
  const once = () => ask(ada, contract.planSeries, { params, query: NEXT_WEEK })
  const statuses = (await Promise.all(Array.from({ length: 40 }, once))).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
  granted(await once())
})

/** Puts people from all over the world into a circle. */
const fill = async (circleId: CircleId, count: number) => {
  const { writer } = context.db
  const like = await writer.selectFrom('member').selectAll().limit(1).executeTakeFirstOrThrow()
  const zones = Intl.supportedValuesOf('timeZone')
  for (let index = 0; index < count; index += 1) {
    const id = memberId.parse(`00000000-0000-4000-8000-${String(index + 1000).padStart(12, '0')}`)
    const own = { id, email: `${index}@example.org`, timeZone: zones[index * 6] ?? 'UTC' }
    await writer
      .insertInto('member')
      .values({ ...like, ...own })
      .execute()
    const seat = { circleId, memberId: id, isHost: 0 as const, joinedAt: 1, acceptedVersion: null }
    await writer.insertInto('seat').values(seat).execute()
  }
}
