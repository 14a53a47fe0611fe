import * as contract from '@rondo/shared/circle/agreement-contract.ts'
import {
  changeCircle,
  joinCircle,
  makeHost,
  readCircle,
  seatMember,
  unseatMember,
} from '@rondo/shared/circle/contract.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { thingOf } from './access.ts'
import { settleAgreements } from './agreement-settling.ts'
import { NOBODYS, temporaryCircles } from './temporary-circle.ts'

let world: Awaited<ReturnType<typeof temporaryCircles>>
let ask: typeof world.ask
beforeEach(async () => {
  world = await temporaryCircles()
  ask = world.ask
})
afterEach(() => world.context.close())

type Params = Awaited<ReturnType<typeof world.circleOf>>

const FIRST = ['What is said here stays here.', 'We start on time.']
const SECOND = [
  'What is said here stays here.',
  'We start on time and end on time.',
  'When in doubt, run it.',
]

const propose = (who: Principal, params: Params, clauses = FIRST, from = 0) =>
  ask(who, contract.proposeAgreement, { params, body: { clauses, from } })
const answer = (who: Principal, params: Params, body: object) =>
  ask(who, contract.answerProposal, { params, body: { version: 1, revision: 1, ...body } })
const read = async (who: Principal, params: Params) =>
  granted(await ask(who, contract.readAgreement, { params }))
const mayPost = async (who: Principal, { circleId }: Params) => {
  const thing = await thingOf(world.context.db.read, who.memberId, circleId)
  return thing !== undefined && may(who, 'post', thing) && may(who, 'write', thing)
}

/** A circle of as many that agreed on the first version. */
const agreed = async (size: number, visibility: 'open' | 'confidential' = 'open') => {
  const params = await world.circleOf(size, { visibility })
  granted(await propose(world.who(0), params))
  for (let index = 1; index < size; index += 1)
    granted(await answer(world.who(index), params, { kind: 'accepts' }))
  world.context.clock.advance(1000)
  return params
}

test('A circle without an agreement locks nobody out.', async () => {
  const params = await world.circleOf(2)
  expect(await mayPost(world.who(1), params)).toBe(true)
  expect(await read(world.who(1), params)).toEqual({ inForce: null, proposal: null, history: [] })
})

test('A proposal is in force once everybody said yes, and not before.', async () => {
  const params = await world.circleOf(3)
  granted(await propose(world.who(0), params))
  granted(await answer(world.who(1), params, { kind: 'accepts' }))
  expect(await read(world.who(2), params)).toMatchObject({ inForce: null, proposal: { version: 1 } })
  const last = granted(await answer(world.who(2), params, { kind: 'accepts' }))
  expect(last).toMatchObject({
    inForce: {
      version: 1,
      how: 'all',
      clauses: FIRST,
      acceptedBy: [0, 1, 2].map((n) => world.who(n).memberId),
    },
    proposal: null,
  })
  for (const n of [0, 1, 2]) expect(await mayPost(world.who(n), params)).toBe(true)
})

test('Seven days without an objection are a yes, for those who read and for the scheduler alike.', async () => {
  const params = await world.circleOf(3)
  granted(await propose(world.who(0), params))
  world.context.clock.advance(7 * DAY - 1)
  expect((await read(world.who(2), params)).inForce).toBeNull()
  expect(await settleAgreements(world.context, world.context.clock.now())).toBe(0)
  world.context.clock.advance(1)
  const now = world.context.clock.now()
  const seen = await read(world.who(2), params)
  expect(seen.inForce).toMatchObject({ version: 1, how: 'silence', inForceAt: now })
  world.context.clock.advance(3 * DAY)
  expect(await settleAgreements(world.context, world.context.clock.now())).toBe(1)
  expect(await settleAgreements(world.context, world.context.clock.now())).toBe(0)
  expect(await read(world.who(2), params)).toEqual(seen)
  expect(await mayPost(world.who(2), params)).toBe(true)
})

test('A circle whose agreement cannot be read holds up no other.', async () => {
  const [one, two] = [await world.circleOf(2), await world.circleOf(2)]
  for (const params of [one, two]) granted(await propose(world.who(0), params))
  const { writer } = world.context.db
  const rows = await writer.selectFrom('agreement').select(['id', 'circleId']).orderBy('circleId').execute()
  await writer
    .updateTable('agreement')
    .set({ clauses: '[]' })
    .where('circleId', '=', rows[0]?.circleId ?? NOBODYS.circleId)
    .execute()
  world.context.clock.advance(8 * DAY)
  expect(await settleAgreements(world.context, world.context.clock.now())).toBe(1)
})

test('An objection holds a proposal up until whoever raised it accepts.', async () => {
  const params = await world.circleOf(3)
  granted(await propose(world.who(0), params))
  expect(refused(await answer(world.who(1), params, { kind: 'objects' })).errors?.[0]?.field).toBe('text')
  granted(await answer(world.who(1), params, { kind: 'objects', text: 'Too strict.' }))
  world.context.clock.advance(30 * DAY)
  const waiting = await read(world.who(0), params)
  expect(waiting).toMatchObject({ inForce: null, proposal: { settlesAt: null } })
  expect(waiting.proposal?.voices.at(-1)).toMatchObject({ kind: 'objects', text: 'Too strict.' })
  granted(await answer(world.who(1), params, { kind: 'accepts' }))
  expect((await read(world.who(0), params)).inForce).toMatchObject({
    how: 'silence',
    inForceAt: world.context.clock.now(),
  })
})

test('A comment holds nothing up.', async () => {
  const params = await world.circleOf(2)
  granted(await propose(world.who(0), params))
  granted(await answer(world.who(1), params, { kind: 'comments', text: 'Fine by me.' }))
  world.context.clock.advance(7 * DAY)
  expect((await read(world.who(0), params)).inForce).toMatchObject({ how: 'silence' })
})

test('Another text asks everybody anew, and whoever answered the old one is told who changed it.', async () => {
  const params = await world.circleOf(3)
  granted(await propose(world.who(0), params))
  granted(await answer(world.who(1), params, { kind: 'accepts' }))
  world.context.clock.advance(6 * DAY)
  const body = { clauses: SECOND, version: 1, revision: 1 }
  const edited = granted(await ask(world.who(1), contract.editProposal, { params, body }))
  expect(edited.proposal).toMatchObject({
    revision: 2,
    clauses: SECOND,
    voices: [{ by: world.who(1).memberId }],
  })
  expect(edited.proposal?.settlesAt).toBe(world.context.clock.now() + 7 * DAY)
  const late = refused(await answer(world.who(2), params, { kind: 'accepts' }))
  expect(late).toMatchObject({ status: 409, reason: 'circle.proposal-edited' })
  expect(late.detail).toContain('Ben')
  const both = refused(await ask(world.who(0), contract.editProposal, { params, body }))
  expect(both).toMatchObject({ status: 409, reason: 'circle.proposal-edited' })
})

test('While version two is proposed version one holds, and the history keeps both.', async () => {
  const params = await agreed(3)
  granted(await propose(world.who(2), params, SECOND, 1))
  expect(await read(world.who(0), params)).toMatchObject({
    inForce: { version: 1 },
    proposal: { version: 2 },
  })
  for (const n of [0, 1]) granted(await answer(world.who(n), params, { version: 2, kind: 'accepts' }))
  expect(await read(world.who(0), params)).toMatchObject({
    inForce: { version: 2, clauses: SECOND },
    history: [{ version: 1, clauses: FIRST }],
  })
})

test('Of two who propose the same version one is told who was faster.', async () => {
  const params = await agreed(2)
  const answers = await Promise.all([0, 1].map((n) => propose(world.who(n), params, SECOND, 1)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const stale = refused(await propose(world.who(1), params, SECOND, 0))
  expect(stale).toMatchObject({ status: 409, reason: 'circle.agreement-moved' })
})

test('A proposal is taken back by whoever made it or a host, and by nobody else.', async () => {
  const params = await world.circleOf(3)
  granted(await propose(world.who(1), params))
  const body = { version: 1, revision: 1 }
  const other = refused(await ask(world.who(2), contract.withdrawProposal, { params, body }))
  expect(other).toMatchObject({ status: 403, reason: 'circle.not-yours' })
  granted(await ask(world.who(1), contract.withdrawProposal, { params, body }))
  const gone = refused(await answer(world.who(2), params, { kind: 'accepts' }))
  expect(gone).toMatchObject({ status: 409, reason: 'circle.proposal-gone' })
  granted(await propose(world.who(2), params))
  granted(await ask(world.who(0), contract.withdrawProposal, { params, body }))
})

test('A newcomer reads until they accept, and has no say in the next version before that.', async () => {
  const params = await agreed(2)
  const newcomer = world.who(2)
  expect(granted(await ask(newcomer, joinCircle, { params })).mustAccept).toBe(true)
  expect(await mayPost(newcomer, params)).toBe(false)
  const early = refused(await propose(newcomer, params, SECOND, 1))
  expect(early).toMatchObject({ status: 403, reason: 'circle.accept-first' })
  const invite = { params, body: { memberId: world.who(3).memberId } }
  expect(refused(await ask(newcomer, seatMember, invite)).reason).toBe('circle.accept-first')
  granted(await propose(world.who(0), params, SECOND, 1))
  expect((await read(world.who(0), params)).proposal?.electors).not.toContain(newcomer.memberId)
  granted(await answer(world.who(1), params, { version: 2, kind: 'accepts' }))
  const old = refused(await ask(newcomer, contract.acceptAgreement, { params, body: { version: 1 } }))
  expect(old).toMatchObject({ status: 409, reason: 'circle.agreement-moved' })
  expect(await mayPost(newcomer, params)).toBe(false)
  const done = await ask(newcomer, contract.acceptAgreement, { params, body: { version: 2 } })
  expect(granted(done).inForce?.acceptedBy).toContain(newcomer.memberId)
  expect(await mayPost(newcomer, params)).toBe(true)
  expect(granted(await ask(newcomer, readCircle, { params })).mustAccept).toBe(false)
})

test('A newcomer who was made a host manages nothing before they accept.', async () => {
  const params = await agreed(2)
  const [host, newcomer] = [world.who(0), world.who(2)]
  granted(await ask(newcomer, joinCircle, { params }))
  granted(await ask(host, makeHost, { params, body: { memberId: newcomer.memberId } }))
  const rename = () => ask(newcomer, changeCircle, { params, body: { name: 'Mine' } })
  expect(refused(await rename())).toMatchObject({ status: 403, reason: 'circle.accept-first' })
  granted(await ask(newcomer, contract.acceptAgreement, { params, body: { version: 1 } }))
  granted(await rename())
})

test('Nobody fills a proposal with words; a yes is heard all the same.', async () => {
  const params = await world.circleOf(3)
  granted(await propose(world.who(0), params))
  const say = (kind: 'comments' | 'accepts') =>
    answer(world.who(1), params, kind === 'accepts' ? { kind } : { kind, text: 'And another thing.' })
  for (let said = 0; said < 50; said += 1) granted(await say('comments'))
  expect(refused(await say('comments'))).toMatchObject({ status: 409, reason: 'circle.said-enough' })
  granted(await say('accepts'))
})

test('Silence never counts as the yes of a newcomer, however late it is stored.', async () => {
  const params = await world.circleOf(2)
  granted(await propose(world.who(0), params))
  world.context.clock.advance(8 * DAY)
  granted(await ask(world.who(2), joinCircle, { params }))
  await settleAgreements(world.context, world.context.clock.now())
  expect([await mayPost(world.who(1), params), await mayPost(world.who(2), params)]).toEqual([true, false])
})

test('Whoever leaves and comes again accepts again.', async () => {
  const params = await agreed(3)
  const ben = world.who(1)
  granted(await ask(ben, unseatMember, { params: { ...params, memberId: ben.memberId } }))
  world.context.clock.advance(1000)
  granted(await ask(ben, joinCircle, { params }))
  expect(await mayPost(ben, params)).toBe(false)
  expect((await read(ben, params)).inForce?.acceptedBy).not.toContain(ben.memberId)
  granted(await ask(ben, contract.acceptAgreement, { params, body: { version: 1 } }))
  expect(await mayPost(ben, params)).toBe(true)
})

test('When the only one who had not said yes leaves, the others agree.', async () => {
  const params = await world.circleOf(3)
  granted(await propose(world.who(0), params))
  granted(await answer(world.who(1), params, { kind: 'accepts' }))
  granted(await answer(world.who(2), params, { kind: 'objects', text: 'No.' }))
  const cleo = world.who(2)
  granted(await ask(cleo, unseatMember, { params: { ...params, memberId: cleo.memberId } }))
  expect((await read(world.who(0), params)).inForce).toMatchObject({ version: 1, how: 'all' })
})

test.each([
  ['clauses', []],
  ['clauses.0', ['']],
  ['clauses.0', ['x'.repeat(301)]],
  ['clauses', ['Twice.', 'Twice.']],
  ['clauses', Array.from({ length: 21 }, (_, n) => `Clause ${n}`)],
])('A proposal with wrong %s is refused and nothing is stored.', async (field, clauses) => {
  const params = await world.circleOf(2)
  const before = await dumpOf(world.context)
  const answered = refused(await propose(world.who(0), params, clauses))
  expect(answered).toMatchObject({ status: 400, errors: [{ field }] })
  expect(await dumpOf(world.context)).toBe(before)
})

test('Proposing what holds already is refused.', async () => {
  const params = await agreed(2)
  expect(refused(await propose(world.who(0), params, FIRST, 1))).toMatchObject({ status: 400 })
})

test('Every door to the agreement of a confidential circle answers others as if it never was.', async () => {
  const params = await agreed(2, 'confidential')
  const seen = { version: 1, revision: 1 }
  const doors: [Contract, object][] = [
    [contract.readAgreement, {}],
    [contract.proposeAgreement, { body: { clauses: SECOND, from: 1 } }],
    [contract.editProposal, { body: { clauses: SECOND, ...seen } }],
    [contract.withdrawProposal, { body: seen }],
    [contract.answerProposal, { body: { ...seen, kind: 'accepts' } }],
    [contract.acceptAgreement, { body: { version: 1 } }],
  ]
  for (const [door, input] of doors) {
    const there = await ask(world.who(5), door, { ...input, params })
    const absent = await ask(world.who(5), door, { ...input, params: NOBODYS })
    expect([there.status, there.text]).toEqual([404, absent.text])
  }
})
