import * as contract from '@rondo/shared/circle/contract.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { inReadableCircle, thingOf } from './access.ts'
import { circleRoutes } from './routes.ts'

let context: Awaited<ReturnType<typeof temporaryContext>>
let ask: ReturnType<typeof temporaryApp>
let ada: Principal
let ben: Principal
let eve: Principal

beforeEach(async () => {
  context = await temporaryContext()
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  ;[ada, ben, eve] = people as [Principal, Principal, Principal]
  ask = temporaryApp(context, people, (app) => circleRoutes(app, context))
})
afterEach(() => context.close())

const about = { name: 'Reading code', purpose: 'We read code together.', timeZone: 'Europe/Berlin' }

const found = async (visibility: 'open' | 'confidential' = 'open') => {
  const circle = granted(await ask(ada, contract.createCircle, { body: { ...about, visibility } }))
  return { circle, params: { circleId: circle.id } }
}

const namesInJournal = async () =>
  (await context.journal.readAfter(context.db.read, 0, 1000)).map(({ name }) => name)

test('Whoever makes a circle is its first host.', async () => {
  const { circle } = await found()
  expect(circle.seats).toEqual([{ memberId: ada.memberId, isHost: true, joinedAt: context.clock.now() }])
  expect(circle.standing).toBe('host')
  expect(await namesInJournal()).toEqual(['circle.created', 'circle.seat-taken'])
})

test('Anybody joins an open circle, and joining twice is joining once.', async () => {
  const { params } = await found()
  granted(await ask(ben, contract.joinCircle, { params }))
  const joined = granted(await ask(ben, contract.joinCircle, { params }))
  expect(joined.seats.map(({ memberId }) => memberId)).toEqual([ada.memberId, ben.memberId])
  expect((await namesInJournal()).filter((name) => name === 'circle.seat-taken')).toHaveLength(2)
})

test('To others a confidential circle and one that never was are the same, byte for byte.', async () => {
  const { params } = await found('confidential')
  const nowhere = { circleId: '11111111-1111-4111-8111-111111111111' }
  const asking = [
    [contract.readCircle, {}],
    [contract.joinCircle, {}],
    [contract.changeCircle, { body: { name: 'Mine' } }],
    [contract.seatMember, { body: { memberId: eve.memberId } }],
  ] as const
  for (const [what, input] of asking) {
    const there = await ask(ben, what, { ...input, params })
    const absent = await ask(ben, what, { ...input, params: nowhere })
    expect(there.status).toBe(404)
    expect(there.text).toBe(absent.text)
  }
  const gone = await ask(ben, contract.unseatMember, { params: { ...params, memberId: ada.memberId } })
  const never = await ask(ben, contract.unseatMember, { params: { ...nowhere, memberId: ada.memberId } })
  expect([gone.status, gone.text]).toEqual([404, never.text])
  expect(granted(await ask(ben, contract.listCircles)).circles).toEqual([])
  expect(granted(await ask(ada, contract.listCircles)).circles).toHaveLength(1)
})

test('A workspace owner sees no more of a confidential circle than anybody else.', async () => {
  const input = { body: { ...about, visibility: 'confidential' } }
  const circle = granted(await ask(ben, contract.createCircle, input))
  expect(ada.role).toBe('owner')
  expect((await ask(ada, contract.readCircle, { params: { circleId: circle.id } })).status).toBe(404)
})

test('Only a host changes a circle, and a change that changes nothing announces nothing.', async () => {
  const { params } = await found()
  granted(await ask(ben, contract.joinCircle, { params }))
  expect(refused(await ask(ben, contract.changeCircle, { params, body: { name: 'Mine' } })).status).toBe(403)
  granted(await ask(ada, contract.changeCircle, { params, body: { name: about.name } }))
  expect(await namesInJournal()).not.toContain('circle.changed')
  const tightened = await ask(ada, contract.changeCircle, { params, body: { visibility: 'confidential' } })
  expect(granted(tightened).visibility).toBe('confidential')
  expect((await ask(eve, contract.readCircle, { params })).status).toBe(404)
  expect((await namesInJournal()).at(-1)).toBe('circle.changed')
})

test('A member brings in somebody who has an account, and nobody else.', async () => {
  const { params } = await found('confidential')
  granted(await ask(ada, contract.seatMember, { params, body: { memberId: ben.memberId } }))
  granted(await ask(ben, contract.seatMember, { params, body: { memberId: eve.memberId } }))
  const before = await dumpOf(context)
  const body = { memberId: '99999999-9999-4999-8999-999999999999' }
  const answer = refused(await ask(ada, contract.seatMember, { params, body }))
  expect(answer).toMatchObject({ status: 400, errors: [{ field: 'memberId' }] })
  expect(await dumpOf(context)).toBe(before)
})

test('A seat that is given up is announced also to whoever gave it up.', async () => {
  const { circle, params } = await found('confidential')
  granted(await ask(ada, contract.seatMember, { params, body: { memberId: ben.memberId } }))
  granted(await ask(ben, contract.unseatMember, { params: { ...params, memberId: ben.memberId } }))
  const last = (await context.journal.readAfter(context.db.read, 0, 1000)).at(-1)
  expect(last).toMatchObject({
    name: 'circle.seat-left',
    payload: { circleId: circle.id, memberId: ben.memberId },
    audience: { members: [ada.memberId, ben.memberId] },
  })
  expect((await ask(ben, contract.readCircle, { params })).status).toBe(404)
})

test('The last host cannot go while others stay, and goes when they are gone.', async () => {
  const { params } = await found()
  granted(await ask(ben, contract.joinCircle, { params }))
  const leave = { params: { ...params, memberId: ada.memberId } }
  const before = await dumpOf(context)
  expect(refused(await ask(ada, contract.unseatMember, leave))).toMatchObject({
    status: 409,
    reason: 'circle.last-host',
  })
  expect(await dumpOf(context)).toBe(before)
  granted(await ask(ada, contract.unseatMember, { params: { ...params, memberId: ben.memberId } }))
  expect((await ask(ada, contract.unseatMember, leave)).status).toBe(204)
})

test.each([
  ['name', { ...about, name: '' }],
  ['name', { ...about, name: 'x'.repeat(81) }],
  ['purpose', { ...about, purpose: '' }],
  ['purpose', { ...about, purpose: 'x'.repeat(161) }],
  ['timeZone', { ...about, timeZone: '+02:00' }],
  ['visibility', { ...about, visibility: 'secret' }],
  ['colour', { ...about, colour: 'red' }],
])('A wrong %s is named and nothing is stored.', async (field, body) => {
  const before = await dumpOf(context)
  const answer = refused(await ask(ada, contract.createCircle, { body }))
  expect(answer.status).toBe(400)
  expect(answer.errors?.map((error) => error.field)).toEqual([field])
  expect(await dumpOf(context)).toBe(before)
})

test('Who is not signed in is told so before anything else.', async () => {
  expect((await ask(null, contract.listCircles)).status).toBe(401)
})

test('What lists may read is what `may` says, for every standing and visibility.', async () => {
  const ids: CircleId[] = []
  for (const visibility of ['open', 'confidential'] as const) {
    const { circle, params } = await found(visibility)
    ids.push(circle.id)
    granted(await ask(ada, contract.seatMember, { params, body: { memberId: ben.memberId } }))
  }
  for (const who of [ada, ben, eve]) {
    const rows = await context.db.read
      .selectFrom('circle')
      .select('id')
      .where(inReadableCircle('circle.id', who.memberId))
      .execute()
    const listed = new Set(rows.map(({ id }) => id))
    for (const id of ids) {
      const thing = await thingOf(context.db.read, who.memberId, id)
      expect(listed.has(id)).toBe(thing !== undefined && may(who, 'read', thing))
    }
  }
})
