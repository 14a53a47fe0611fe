import * as contract from '@rondo/shared/capture/contract.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { listNotifications } from '@rondo/shared/notify/contract.ts'
import { createPage, readPage } from '@rondo/shared/page/contract.ts'
import { listThreads, readThread } from '@rondo/shared/thread/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { captureId as id, temporaryFollowUps } from './temporary-follow-up.ts'

let world: Awaited<ReturnType<typeof temporaryFollowUps>>

beforeEach(async () => {
  world = await temporaryFollowUps()
})
afterEach(() => world.close())

const params = (n: number) => ({ captureId: id(n) })
const words = { title: 'Why is it slow?', body: 'Why is it slow? It was not before.' }
const askIn = (who: Principal, n: number) =>
  world.ask(who, contract.askInThread, { params: params(n), body: words })
const grow = (who: Principal, n: number, title = 'How caches forget') =>
  world.ask(who, contract.growPage, { params: params(n), body: { title } })
const thank = (who: Principal, n: number, { memberId }: Principal) =>
  world.ask(who, contract.thankFor, { params: params(n), body: { memberId } })
const threads = async () => granted(await world.ask(world.ada, listThreads)).threads

test('A question is asked in one thread, which leads back to where it was caught, however often it is asked.', async () => {
  await world.write(world.ben, world.caught(1, { kind: 'question', line: 'Why is it slow?' }))
  const [one, two] = await Promise.all([askIn(world.ada, 1), askIn(world.ben, 1)])
  const { threadId } = granted(one)
  expect(granted(two).threadId).toBe(threadId)
  expect(granted(await askIn(world.ben, 1)).threadId).toBe(threadId)
  expect((await threads()).map((thread) => thread.id)).toEqual([threadId])
  const thread = granted(await world.ask(world.ben, readThread, { params: { threadId: threadId ?? '' } }))
  expect(thread).toMatchObject({
    title: words.title,
    about: { captureId: id(1), pageId: world.page.id, pageTitle: 'Notes', meetingId: null },
  })
  expect(thread.allPosts).toMatchObject([{ body: words.body }])
})

test('A thread that nobody asked from a page is about none; a step may ask for help; a win may not.', async () => {
  await world.write(world.ben, world.caught(1), world.caught(2, { kind: 'win' }))
  expect(granted(await askIn(world.ben, 1)).threadId).not.toBeNull()
  expect(refused(await askIn(world.ben, 2))).toMatchObject({ status: 400, errors: [{ field: 'captureId' }] })
})

test('The lists hear of it when something became of a capture.', async () => {
  await world.write(world.ben, world.caught(1, { kind: 'question' }))
  const changed = async () =>
    (await world.context.journal.readAfter(world.context.db.read, 0, 1000)).filter(
      ({ name }) => name === 'captures.changed',
    ).length
  const before = await changed()
  granted(await askIn(world.ada, 1))
  granted(await askIn(world.ada, 1))
  expect(await changed()).toBe(before + 1)
})

test('A link becomes a page with its address, its words and the way back; the same address is the same page.', async () => {
  const address = 'https://redis.io/docs'
  const line = ['How caches forget: ', { text: address, href: address }]
  await world.write(world.ben, world.caught(1, { kind: 'link', line }))
  await world.write(world.ben, world.caught(2, { kind: 'link', line: `Again ${address}.` }))
  const [one, two] = await Promise.all([grow(world.ada, 1), grow(world.ben, 1)])
  const { grownPageId } = granted(one)
  expect(granted(two).grownPageId).toBe(grownPageId)
  expect(granted(await grow(world.ben, 2)).grownPageId).toBe(grownPageId)
  const page = granted(await world.ask(world.ben, readPage, { params: { pageId: grownPageId ?? '' } }))
  expect(page).toMatchObject({ title: 'How caches forget', circleId: world.circleId })
  const text = await world.context.documents.read(page.documentId, (doc) =>
    readText(doc, { page: (pageId) => (pageId === world.page.id ? 'Notes' : undefined) }),
  )
  expect(text?.value.trim()).toBe(`${address}\nHow caches forget:\nNotes`)
})

test('A link to a page of this workspace is that page, if the asker may read it.', async () => {
  const body = { title: 'Words we use', circleId: world.circleId }
  const there = granted(await world.ask(world.ada, createPage, { body }))
  await world.write(world.ben, world.caught(1, { kind: 'link', line: ['See ', { pageId: there.id }] }))
  expect(granted(await grow(world.ada, 1)).grownPageId).toBe(there.id)
})

test('A win thanks one member, who is told once; whoever is late is told whom.', async () => {
  await world.write(world.ada, world.caught(1, { kind: 'win', line: 'Ben made it fast' }))
  granted(await thank(world.ada, 1, world.ben))
  expect(granted(await thank(world.ada, 1, world.ben)).thanked).toBe(world.ben.memberId)
  await world.jobs.settled()
  const told = granted(await world.ask(world.ben, listNotifications)).notifications
  expect(told.map(({ about }) => about)).toEqual([
    {
      kind: 'thanked',
      circleId: world.circleId,
      pageId: world.page.id,
      meetingId: null,
      captureId: id(1),
      by: world.ada.memberId,
    },
  ])
  const late = refused(await thank(world.ben, 1, world.ada))
  expect(late).toMatchObject({ status: 409, reason: 'capture.thanked-meanwhile' })
  expect(late.detail).toContain('Ben')
})

test('Nobody thanks themselves or somebody who is not in the circle, and what is no win thanks nobody.', async () => {
  await world.write(world.ada, world.caught(1, { kind: 'win' }), world.caught(2))
  expect(refused(await thank(world.ada, 1, world.ada)).errors?.[0]?.field).toBe('memberId')
  expect(refused(await thank(world.ada, 1, world.eve)).errors?.[0]?.field).toBe('memberId')
  expect(refused(await thank(world.ada, 2, world.ben)).errors?.[0]?.field).toBe('captureId')
})

test('Only members of the circle do any of it, what cannot be seen is absent, and a refusal stores nothing.', async () => {
  await world.write(
    world.ben,
    world.caught(1, { kind: 'question' }),
    world.caught(2, { kind: 'link' }),
    world.caught(3, { kind: 'win' }),
  )
  const before = await dumpOf(world.context)
  const acts = (n: number) => [askIn(world.eve, n), grow(world.eve, n), thank(world.eve, n, world.ben)]
  expect((await Promise.all(acts(1))).map((answer) => refused(answer).status)).toEqual([403, 403, 403])
  expect((await Promise.all(acts(9))).map((answer) => refused(answer).status)).toEqual([404, 404, 404])
  expect(await dumpOf(world.context)).toBe(before)
})

test('What stands in a page of the whole workspace has no circle to go on in, and says so.', async () => {
  const everywhere = granted(
    await world.ask(world.ada, createPage, { body: { title: 'Everybody', circleId: null } }),
  )
  const block = world.caught(1, { kind: 'question' })
  await world.edit(world.ada, (doc) => appendBlocks(doc, [block]), everywhere)
  expect(refused(await askIn(world.ada, 1))).toMatchObject({ status: 400, errors: [{ field: 'captureId' }] })
})
