import { createCircle, joinCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import * as contract from '@rondo/shared/thread/contract.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { threadRoutes } from './routes.ts'

let context: Awaited<ReturnType<typeof temporaryContext>>
let ask: ReturnType<typeof temporaryApp>
let ada: Principal
let ben: Principal
let eve: Principal
let circleId: string

beforeEach(async () => {
  context = await temporaryContext()
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  ;[ada, ben, eve] = people as [Principal, Principal, Principal]
  ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    threadRoutes(app, context)
  })
  circleId = await circle('open')
  granted(await ask(ben, joinCircle, { params: { circleId } }))
})
afterEach(() => context.close())

const circle = async (visibility: string) => {
  const body = { name: 'Reading', purpose: 'To read.', visibility, timeZone: 'UTC' }
  return granted(await ask(ada, createCircle, { body })).id
}

const open = async (body = 'Hello') => {
  const answer = await ask(ada, contract.openThread, { params: { circleId }, body: { title: 'Hi', body } })
  const thread = granted(answer)
  return { thread, params: { threadId: thread.id } }
}
const post = (who: Principal, params: Record<string, string>, body: string, replyTo?: string) =>
  ask(who, contract.addPost, { params, body: { body, ...(replyTo && { replyTo }) } })

const summaryFor = async (who: Principal) =>
  granted(await ask(who, contract.listThreads, { query: { circleId } })).threads[0]

const readUpTo = (who: Principal, params: Record<string, string>, upTo: number) =>
  ask(who, contract.markRead, { params, body: { upTo } })

const factsNamed = async (wanted: string) =>
  (await context.journal.readAfter(context.db.read, 0, 1000)).filter(({ name }) => name === wanted)

test('A thread begins with its first post, and is announced without a word of it.', async () => {
  const { thread } = await open('Canary words')
  expect(thread).toMatchObject({
    posts: 1,
    unread: 0,
    mayPost: true,
    allPosts: [{ seq: 1, body: 'Canary words' }],
  })
  const names = (await context.journal.readAfter(context.db.read, 0, 1000)).map(({ name }) => name)
  expect(names.slice(-2)).toEqual(['thread.opened', 'thread.posted'])
  expect(JSON.stringify(await context.journal.readAfter(context.db.read, 0, 1000))).not.toContain('Canary')
})

test('Twenty posts at once get twenty numbers.', async () => {
  const { params } = await open()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => post(n % 2 ? ada : ben, params, `Post ${n}`)),
  )
  const numbers = answers.map((answer) => granted(answer).seq)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2))
  const { allPosts, posts } = granted(await ask(ben, contract.readThread, { params }))
  expect(allPosts.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1))
  expect(posts).toBe(21)
})

test("Unread are the others' posts after what one has read, and one's own never.", async () => {
  const { params } = await open()
  granted(await post(ben, params, 'Two'))
  granted(await post(ada, params, 'Three'))
  expect((await summaryFor(ben))?.unread).toBe(2)
  expect((await summaryFor(ada))?.unread).toBe(1)
  expect((await readUpTo(ben, params, 1)).status).toBe(204)
  expect((await summaryFor(ben))?.unread).toBe(1)
})

test('How far one has read never goes back and never past the end, whatever is sent in whatever order.', async () => {
  const { params } = await open()
  for (const body of ['Two', 'Three', 'Four']) granted(await post(ada, params, body))
  let furthest = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(9), async (upTo) => {
      await readUpTo(ben, params, upTo)
      furthest = Math.max(furthest, Math.min(upTo, 4))
      const thread = granted(await ask(ben, contract.readThread, { params }))
      expect(thread.readUpTo).toBe(furthest)
    }),
    { numRuns: 15 },
  )
  const told = await factsNamed('thread.read')
  const steps = told.map((fact) => (fact.name === 'thread.read' ? fact.payload.upTo : 0))
  expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b))
  expect(
    told.every(({ audience }) => JSON.stringify(audience) === JSON.stringify({ members: [ben.memberId] })),
  ).toBe(true)
})

test('A mention stands until it is read; mentioning oneself is none.', async () => {
  const { params } = await open(`@[${ada.memberId}] @[${ben.memberId}] look`)
  expect((await summaryFor(ben))?.mentionsMe).toBe(true)
  expect((await summaryFor(ada))?.mentionsMe).toBe(false)
  await readUpTo(ben, params, 1)
  expect((await summaryFor(ben))?.mentionsMe).toBe(false)
})

test('Who may not read is not mentioned, also when they come later.', async () => {
  circleId = await circle('confidential')
  const unknown = '99999999-9999-4999-8999-999999999999'
  await open(`@[${ben.memberId}] and @[${unknown}]`)
  granted(await ask(ada, seatMember, { params: { circleId }, body: { memberId: ben.memberId } }))
  expect((await summaryFor(ben))?.mentionsMe).toBe(false)
})

test('A reply names a post of the same thread.', async () => {
  const { thread, params } = await open()
  const other = await open()
  const first = thread.allPosts[0]?.id ?? ''
  expect(granted(await post(ben, params, 'Yes', first)).replyTo).toBe(first)
  const before = await dumpOf(context)
  const answer = refused(await post(ben, other.params, 'Yes', first))
  expect(answer).toMatchObject({ status: 400, errors: [{ field: 'replyTo' }] })
  expect(await dumpOf(context)).toBe(before)
})

test('Readers of an open circle read and do not post.', async () => {
  const { params } = await open()
  expect(granted(await ask(eve, contract.readThread, { params }))).toMatchObject({
    mayPost: false,
    unread: 1,
  })
  expect((await post(eve, params, 'Me too')).status).toBe(403)
  expect(granted(await ask(eve, contract.listThreads)).threads).toEqual([])
})

test('Nothing of a confidential circle leaks to others, and the same questions show it to its people.', async () => {
  circleId = await circle('confidential')
  const { params } = await open('Canary words')
  const answers = async (who: Principal) => [
    (await ask(who, contract.listThreads, { query: { circleId } })).text,
    (await ask(who, contract.listThreads)).text,
    (await ask(who, contract.readThread, { params })).text,
  ]
  for (const text of await answers(ada)) expect(text).toContain(params.threadId)
  for (const text of await answers(ben)) expect(text).not.toContain(params.threadId)
  const nowhere = { threadId: '11111111-1111-4111-8111-111111111111' }
  const absent = (await ask(ben, contract.readThread, { params: nowhere })).text
  expect((await ask(ben, contract.readThread, { params })).text).toBe(absent)
  expect((await post(ben, params, 'Hi')).text).toBe(absent)
  expect((await readUpTo(ben, params, 1)).text).toBe(absent)
})

test.each([
  ['title', { title: '', body: 'x' }],
  ['body', { title: 'x', body: '   ' }],
  ['body', { title: 'x', body: 'x'.repeat(10_001) }],
  ['by', { title: 'x', body: 'x', by: 'somebody' }],
])('A wrong %s is named and nothing is stored.', async (field, body) => {
  const before = await dumpOf(context)
  const answer = await ask(ada, contract.openThread, { params: { circleId }, body })
  expect(refused(answer).errors?.map((error) => error.field)).toEqual([field])
  expect(await dumpOf(context)).toBe(before)
})
