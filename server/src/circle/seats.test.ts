import * as agreement from '@rondo/shared/circle/agreement-contract.ts'
import * as contract from '@rondo/shared/circle/contract.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import { transact } from '../platform/db/database.ts'
import { circleDoor } from './door.ts'
import { NOBODYS, temporaryCircles } from './temporary-circle.ts'

let world: Awaited<ReturnType<typeof temporaryCircles>>
let ask: typeof world.ask
beforeEach(async () => {
  world = await temporaryCircles()
  ask = world.ask
})
afterEach(() => world.context.close())

type Params = Awaited<ReturnType<typeof world.circleOf>>

const id = (n: number) => world.who(n).memberId
const join = (n: number, params: Params) => ask(world.who(n), contract.joinCircle, { params })
const wait = (n: number, params: Params) => ask(world.who(n), contract.waitForSeat, { params })
const leave = (n: number, params: Params) =>
  ask(world.who(n), contract.unseatMember, { params: { ...params, memberId: id(n) } })

test('A host makes another host, and steps down.', async () => {
  const params = await world.circleOf(3)
  const body = { memberId: id(1) }
  expect(refused(await ask(world.who(2), contract.makeHost, { params, body })).status).toBe(403)
  const two = granted(await ask(world.who(0), contract.makeHost, { params, body }))
  expect(two.seats.filter(({ isHost }) => isHost)).toHaveLength(2)
  granted(await ask(world.who(0), contract.stepDown, { params }))
  const left = granted(await ask(world.who(0), contract.readCircle, { params }))
  expect(left.seats.filter(({ isHost }) => isHost).map(({ memberId }) => memberId)).toEqual([id(1)])
})

test('The last host neither steps down nor leaves nor is removed, and is told what to do.', async () => {
  const params = await world.circleOf(2)
  const before = await dumpOf(world.context)
  const tried = [await ask(world.who(0), contract.stepDown, { params }), await leave(0, params)]
  for (const answer of tried) {
    const { status, reason, detail } = refused(answer)
    expect([status, reason]).toEqual([409, 'circle.last-host'])
    expect(detail).toContain('Make somebody else a host first')
  }
  expect(await dumpOf(world.context)).toBe(before)
})

test('Of two hosts who step down at once one stays.', async () => {
  const params = await world.circleOf(2)
  granted(await ask(world.who(0), contract.makeHost, { params, body: { memberId: id(1) } }))
  const both = await Promise.all([0, 1].map((n) => ask(world.who(n), contract.stepDown, { params })))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
})

test('Only somebody who sits here becomes a host, and only a host steps down.', async () => {
  const params = await world.circleOf(2)
  const stranger = { params, body: { memberId: id(5) } }
  expect(refused(await ask(world.who(0), contract.makeHost, stranger)).errors?.[0]?.field).toBe('memberId')
  expect(refused(await ask(world.who(1), contract.stepDown, { params })).reason).toBe('circle.no-host')
})

test('The seventh in a circle of six is offered the waiting list; a host lets them in all the same.', async () => {
  const params = await world.circleOf(6, { seatLimit: 6 })
  expect(refused(await join(6, params))).toMatchObject({ status: 409, reason: 'circle.full' })
  const body = { memberId: id(6) }
  const byMember = refused(await ask(world.who(1), contract.seatMember, { params, body }))
  expect(byMember.reason).toBe('circle.full')
  const beyond = { params, body: { ...body, beyondLimit: true } }
  expect(refused(await ask(world.who(1), contract.seatMember, beyond)).reason).toBe('circle.not-host')
  expect(granted(await wait(6, params)).waiting).toEqual([id(6)])
  const seated = granted(await ask(world.who(0), contract.seatMember, beyond))
  expect([seated.seats.length, seated.waiting]).toEqual([7, []])
})

test('An invitation to a full circle is made by a host alone, and its promise is kept.', async () => {
  const params = await world.circleOf(3, { seatLimit: 3 })
  const door = circleDoor(world.context)
  const may = (n: number) => door.mayInvite(world.context.db.read, world.who(n), params.circleId)
  expect([await may(0), await may(1), await may(5)]).toEqual([true, false, false])
  await transact(world.context.db, (tx) => door.takeSeat(tx, params.circleId, id(5)))
  expect(granted(await ask(world.who(5), contract.readCircle, { params })).standing).toBe('member')
  granted(await leave(1, params))
  granted(await leave(2, params))
  expect(await may(5)).toBe(true)
})

test('A free seat is for whoever has waited longest.', async () => {
  const params = await world.circleOf(3, { seatLimit: 3 })
  expect(refused(await wait(1, { ...params, ...NOBODYS })).status).toBe(404)
  granted(await wait(3, params))
  world.context.clock.advance(1000)
  granted(await wait(4, params))
  granted(await wait(3, params))
  granted(await leave(2, params))
  for (const n of [4, 5])
    expect(refused(await join(n, params))).toMatchObject({ status: 409, reason: 'circle.others-wait' })
  expect(granted(await join(3, params)).waiting).toEqual([id(4)])
  granted(await ask(world.who(4), contract.stopWaiting, { params: { ...params, memberId: id(4) } }))
  expect(granted(await ask(world.who(0), contract.readCircle, { params })).waiting).toEqual([])
})

test('Nobody waits where a seat is free, and a host takes people off the list.', async () => {
  const params = await world.circleOf(2, { seatLimit: 2 })
  granted(await wait(3, params))
  const off = { params: { ...params, memberId: id(3) } }
  expect(refused(await ask(world.who(1), contract.stopWaiting, off)).status).toBe(403)
  granted(await ask(world.who(0), contract.stopWaiting, off))
  granted(await leave(1, params))
  expect(refused(await wait(3, params))).toMatchObject({ status: 409, reason: 'circle.seat-free' })
})

test('Who waits at a door that closes waits no longer and learns nothing more.', async () => {
  const params = await world.circleOf(2, { seatLimit: 2 })
  granted(await wait(3, params))
  granted(await ask(world.who(0), contract.changeCircle, { params, body: { visibility: 'confidential' } }))
  expect((await wait(3, params)).text).toBe((await wait(3, { ...params, ...NOBODYS })).text)
  expect(granted(await ask(world.who(0), contract.readCircle, { params })).waiting).toEqual([])
})

const splitting = (params: Params, body: object, who = world.who(0)) =>
  ask(who, contract.splitCircle, {
    params,
    body: { name: 'Reading more code', purpose: 'To go on in two.', from: [0, 1, 2, 3].map(id), ...body },
  })

test('A split moves the chosen with the agreement, takes people off the list, and keeps both circles hosted.', async () => {
  const params = await world.circleOf(4, { seatLimit: 4 })
  const clauses = ['We start on time.']
  granted(await ask(world.who(0), agreement.proposeAgreement, { params, body: { clauses, from: 0 } }))
  for (const n of [1, 2, 3]) {
    const body = { version: 1, revision: 1, kind: 'accepts' }
    granted(await ask(world.who(n), agreement.answerProposal, { params, body }))
  }
  world.context.clock.advance(1000)
  granted(await wait(5, params))
  const stays = granted(await splitting(params, { members: [id(2), id(3), id(5)], hostId: id(2) }))
  expect(stays.seats.map(({ memberId }) => memberId)).toEqual([id(0), id(1)])
  expect(stays.waiting).toEqual([])
  const all = granted(await ask(world.who(5), contract.listCircles)).circles
  const made = all.find(({ name }) => name === 'Reading more code')
  expect(made).toMatchObject({ status: 'active', seatLimit: 4, standing: 'member', mustAccept: true })
  expect(made?.seats.map(({ memberId }) => memberId).toSorted()).toEqual([id(2), id(3), id(5)])
  expect(made?.seats.filter(({ isHost }) => isHost).map(({ memberId }) => memberId)).toEqual([id(2)])
  const carried = granted(
    await ask(world.who(2), agreement.readAgreement, { params: { circleId: made?.id ?? '' } }),
  )
  expect(carried.inForce).toMatchObject({ version: 1, clauses })
  const asked = granted(
    await ask(world.who(2), contract.readCircle, { params: { circleId: made?.id ?? '' } }),
  )
  expect(asked.mustAccept).toBe(false)
})

test.each([
  ['the last host goes over', () => ({ members: [id(0), id(1)], hostId: id(1) }), 409, 'circle.last-host'],
  ['somebody sits nowhere', () => ({ members: [id(2), id(7)], hostId: id(2) }), 400, undefined],
  ['its host stays behind', () => ({ members: [id(2)], hostId: id(1) }), 400, undefined],
  ['nobody stays', () => ({ members: [0, 1, 2, 3].map(id), hostId: id(2) }), 400, undefined],
  ['nobody goes', () => ({ members: [], hostId: id(2) }), 400, undefined],
  ['the purpose is empty', () => ({ members: [id(2)], hostId: id(2), purpose: '' }), 400, undefined],
  [
    'somebody left meanwhile',
    () => ({ members: [id(2)], hostId: id(2), from: [id(0), id(2)] }),
    409,
    'circle.seats-moved',
  ],
] as const)('A split in which %s is refused and changes nothing.', async (_, body, status, reason) => {
  const params = await world.circleOf(4)
  const before = await dumpOf(world.context)
  expect(refused(await splitting(params, body()))).toMatchObject(
    reason === undefined ? { status } : { status, reason },
  )
  expect(await dumpOf(world.context)).toBe(before)
})

test('Every new door of a confidential circle answers others as if it never was.', async () => {
  const params = await world.circleOf(4, { visibility: 'confidential', seatLimit: 4 })
  const doors: [Contract, object][] = [
    [contract.moveCircle, { body: { from: 'active', to: 'closing' } }],
    [contract.makeHost, { body: { memberId: id(5) } }],
    [contract.stepDown, {}],
    [contract.waitForSeat, {}],
    [contract.splitCircle, { body: { name: 'A', purpose: 'B', members: [id(1)], hostId: id(1), from: [] } }],
  ]
  for (const [door, input] of doors) {
    const there = await ask(world.who(5), door, { ...input, params })
    const absent = await ask(world.who(5), door, { ...input, params: NOBODYS })
    expect([there.status, there.text]).toEqual([404, absent.text])
  }
  const off = (circleId: string) =>
    ask(world.who(5), contract.stopWaiting, { params: { circleId, memberId: id(5) } })
  expect((await off(params.circleId)).text).toBe((await off(NOBODYS.circleId)).text)
})

test.each([1, 51, 2.5, '6'])('A circle of at most %j is refused.', async (seatLimit) => {
  const params = await world.circleOf(2)
  const answer = await ask(world.who(0), contract.changeCircle, { params, body: { seatLimit } })
  expect(refused(answer)).toMatchObject({ status: 400, errors: [{ field: 'seatLimit' }] })
})
