import * as contract from '@rondo/shared/circle/contract.ts'
import { may } from '@rondo/shared/circle/may.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import { inReadableCircle, mayHear, thingOf } from './access.ts'
import { temporaryCircles } from './temporary-circle.ts'

let world: Awaited<ReturnType<typeof temporaryCircles>>
let ask: typeof world.ask
beforeEach(async () => {
  world = await temporaryCircles()
  ask = world.ask
})
afterEach(() => world.context.close())

type Params = Awaited<ReturnType<typeof world.circleOf>>

const move = (params: Params, from: string, to: string, who = world.who(0)) =>
  ask(who, contract.moveCircle, { params, body: { from, to } })

const about = { name: 'Reading code', timeZone: 'Europe/Berlin' }

test.each([
  ['empty', ''],
  ['too long', 'x'.repeat(161)],
])('A circle whose purpose is %s does not start, and its draft is kept.', async (_, purpose) => {
  const atOnce = refused(await ask(world.who(0), contract.createCircle, { body: { ...about, purpose } }))
  expect(atOnce).toMatchObject({ status: 400, errors: [{ field: 'purpose' }] })
  const body = { ...about, purpose, status: 'draft' }
  const draft = granted(await ask(world.who(0), contract.createCircle, { body }))
  const params = { circleId: draft.id }
  const before = await dumpOf(world.context)
  const early = refused(await move(params, 'draft', 'active'))
  expect(early).toMatchObject({
    status: 400,
    reason: 'circle.purpose-missing',
    errors: [{ field: 'purpose' }],
  })
  expect(await dumpOf(world.context)).toBe(before)
  const better = { params, body: { purpose: 'x'.repeat(160) } }
  granted(await ask(world.who(0), contract.changeCircle, better))
  expect(granted(await move(params, 'draft', 'active')).status).toBe('active')
  const worse = refused(await ask(world.who(0), contract.changeCircle, { params, body: { purpose } }))
  expect(worse).toMatchObject({ status: 400, errors: [{ field: 'purpose' }] })
})

test('A draft is seen and heard by those who prepare it, and by nobody else, until it starts.', async () => {
  const params = await world.circleOf(2, { status: 'draft', purpose: '' })
  const eve = world.who(4)
  const absent = await ask(eve, contract.readCircle, {
    params: { circleId: '11111111-1111-4111-8111-111111111111' },
  })
  for (const door of [contract.readCircle, contract.joinCircle])
    expect((await ask(eve, door, { params })).text).toBe(absent.text)
  expect(granted(await ask(eve, contract.listCircles)).circles).toEqual([])
  expect(granted(await ask(world.who(1), contract.listCircles)).circles).toHaveLength(1)
  expect(await mayHear(world.context.db.read, eve.memberId, params.circleId)).toBe(false)
  granted(await ask(world.who(0), contract.changeCircle, { params, body: { purpose: 'To read.' } }))
  granted(await move(params, 'draft', 'active'))
  expect(granted(await ask(eve, contract.listCircles)).circles).toHaveLength(1)
  expect(await mayHear(world.context.db.read, eve.memberId, params.circleId)).toBe(true)
})

test('In a draft nothing is written yet; what is said says who starts it.', async () => {
  const { circleId } = await world.circleOf(2, { status: 'draft' })
  const thing = await thingOf(world.context.db.read, world.who(1).memberId, circleId)
  expect(thing && may(world.who(1), 'write', thing)).toBe(false)
})

test('A circle goes from draft to archive in order, and every other way is refused with the next step.', async () => {
  const params = await world.circleOf(2, { status: 'draft' })
  const ways = ['active', 'closing', 'archived'] as const
  expect(refused(await move(params, 'draft', 'archived')).detail).toBe('A draft is started first.')
  let from: string = 'draft'
  for (const to of ways) {
    granted(await move(params, from, to))
    from = to
  }
  for (const to of ['draft', 'active', 'closing'])
    expect(refused(await move(params, 'archived', to)).status).toBe(403)
})

test('A closing circle may go on after all.', async () => {
  const params = await world.circleOf(2)
  granted(await move(params, 'active', 'closing'))
  expect(refused(await ask(world.who(4), contract.joinCircle, { params })).reason).toBe('circle.closing')
  expect(granted(await move(params, 'closing', 'active')).status).toBe('active')
})

test('Of two hosts who move it at once the later one hears who was quicker.', async () => {
  const params = await world.circleOf(2)
  granted(await ask(world.who(0), contract.makeHost, { params, body: { memberId: world.who(1).memberId } }))
  granted(await move(params, 'active', 'closing', world.who(1)))
  const late = refused(await move(params, 'active', 'closing'))
  expect(late).toMatchObject({ status: 409, reason: 'circle.moved' })
  expect(late.detail).toContain('Ben')
})

test('Only a host moves it.', async () => {
  const params = await world.circleOf(2)
  const tried = refused(await move(params, 'active', 'closing', world.who(1)))
  expect(tried).toMatchObject({ status: 403, reason: 'circle.not-host' })
})

test('A circle that is meeting is not archived under its people.', async () => {
  const params = await world.circleOf(2)
  granted(await move(params, 'active', 'closing'))
  world.around.isMeeting = true
  expect(refused(await move(params, 'closing', 'archived'))).toMatchObject({
    status: 409,
    reason: 'circle.is-meeting',
  })
  world.around.isMeeting = false
  granted(await move(params, 'closing', 'archived'))
})

test('An archived circle stays readable for all who could read it, is changed no more, and can be left.', async () => {
  const params = await world.circleOf(3)
  granted(await ask(world.who(0), contract.makeHost, { params, body: { memberId: world.who(1).memberId } }))
  granted(await move(params, 'active', 'closing'))
  granted(await move(params, 'closing', 'archived'))
  expect(granted(await ask(world.who(4), contract.readCircle, { params })).status).toBe('archived')
  const tried = [
    await ask(world.who(0), contract.changeCircle, { params, body: { name: 'Mine' } }),
    await ask(world.who(0), contract.seatMember, { params, body: { memberId: world.who(4).memberId } }),
    await ask(world.who(4), contract.joinCircle, { params }),
    await ask(world.who(0), contract.makeHost, { params, body: { memberId: world.who(1).memberId } }),
    await ask(world.who(1), contract.stepDown, { params }),
  ]
  for (const answer of tried)
    expect(refused(answer)).toMatchObject({ status: 403, reason: 'circle.archived' })
  const remove = { params: { ...params, memberId: world.who(2).memberId } }
  expect(refused(await ask(world.who(0), contract.unseatMember, remove)).status).toBe(403)
  granted(await ask(world.who(2), contract.unseatMember, remove))
  const readable = await world.context.db.read
    .selectFrom('circle')
    .select('id')
    .where(inReadableCircle('circle.id', world.who(4).memberId))
    .execute()
  expect(readable).toEqual([{ id: params.circleId }])
})

test('Of two hosts who change the same field the later one is told who changed it.', async () => {
  const params = await world.circleOf(2)
  granted(await ask(world.who(0), contract.makeHost, { params, body: { memberId: world.who(1).memberId } }))
  const change = (n: number, body: object) => ask(world.who(n), contract.changeCircle, { params, body })
  granted(await change(1, { name: 'Reading strange code', from: { name: 'Reading code' } }))
  const late = refused(await change(0, { name: 'Code', from: { name: 'Reading code' } }))
  expect(late).toMatchObject({ status: 409, reason: 'circle.changed-meanwhile' })
  expect(late.detail).toContain('Ben')
  granted(await change(0, { visibility: 'confidential', from: { visibility: 'open' } }))
})
