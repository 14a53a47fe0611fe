import * as contract from '@rondo/shared/capture/contract.ts'
import { createCircle, joinCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import type { Block, CaptureBlock } from '@rondo/shared/document/block.ts'
import { findCapture } from '@rondo/shared/document/read-captures.ts'
import { BODY } from '@rondo/shared/document/schema.ts'
import { setCaptureDone } from '@rondo/shared/document/write-capture.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { createPage } from '@rondo/shared/page/contract.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Doc } from 'yjs'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { pageRoutes } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { captureProjection } from './projection.ts'
import { captureRoutes } from './routes.ts'

let context: Awaited<ReturnType<typeof world>>
let ask: ReturnType<typeof temporaryApp>
let ada: Principal
let ben: Principal
let eve: Principal
let page: Page

const world = async () => ({ ...(await temporaryContext()), documents: temporaryDocuments() })

beforeEach(async () => {
  context = await world()
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  ;[ada, ben, eve] = people as [Principal, Principal, Principal]
  ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    pageRoutes(app, context)
    captureRoutes(app, context)
  })
  page = await make('Notes', await circle('open'))
})
afterEach(() => context.close())

const circle = async (visibility: string) => {
  const body = { name: 'Reading', purpose: 'To read.', visibility, timeZone: 'UTC' }
  return granted(await ask(ada, createCircle, { body })).id
}
const make = async (title: string, circleId: string | null) =>
  granted(await ask(ada, createPage, { body: { title, circleId } }))

const id = (n: number) => `00000000-0000-4000-8000-0000000000c${n}` as CaptureId
const caught = (n: number, more: Partial<CaptureBlock> = {}): CaptureBlock => ({
  type: 'capture',
  id: id(n),
  kind: 'next',
  line: `Step ${n}`,
  at: 1_000 + n,
  ...more,
})

const edit = async (who: Principal | 'server', change: (doc: Doc) => void, where = page) => {
  context.documents.change(where.documentId, who === 'server' ? who : who.memberId, change)
  await projectDocument(context, context.documents, captureProjection(context), where.documentId)
}
const write = (who: Principal | 'server', ...blocks: Block[]) => edit(who, (doc) => appendBlocks(doc, blocks))

const remove = (doc: Doc, captureId: CaptureId) => {
  const body = doc.getXmlFragment(BODY)
  const block = findCapture(doc, captureId)
  if (block !== undefined) body.delete(body.toArray().indexOf(block))
}

const list = async (who: Principal, query: Record<string, string> = {}) =>
  granted(await ask(who, contract.listCaptures, { query })).captures

const changes = async () =>
  (await context.journal.readAfter(context.db.read, 0, 1000)).filter(
    ({ name }) => name === 'captures.changed',
  )

const tick = (who: Principal, n: number, done = true) =>
  ask(who, contract.tickCapture, { params: { captureId: id(n) }, body: { done } })

test('A block in a document is a row, with who wrote it as the server knows it.', async () => {
  await write(ben, caught(1, { who: ada.memberId, due: '2026-03-12' }))
  await write('server', caught(2, { kind: 'decision' }))
  expect(await list(ada)).toMatchObject([
    { id: id(2), kind: 'decision', by: null, position: 1, at: 1002 },
    {
      id: id(1),
      text: 'Step 1',
      by: ben.memberId,
      who: ada.memberId,
      due: '2026-03-12',
      position: 0,
      pageId: page.id,
      pageTitle: 'Notes',
      circleId: page.circleId,
      done: false,
      doneAt: null,
    },
  ])
})

test('Deleting a block deletes its row; the same block again is the same row, with the time it was done.', async () => {
  await write(ben, caught(1))
  granted(await tick(ada, 1))
  const before = await list(ada)
  await edit(ben, (doc) => remove(doc, id(1)))
  expect(await list(ada)).toEqual([])
  context.clock.advance(1000)
  await write(ben, caught(1, { done: true }))
  expect(await list(ada)).toEqual(before)
})

test('Captures are announced only when something about them changed.', async () => {
  await write(ben, caught(1))
  await write(ben, { type: 'paragraph', line: 'Just words.' })
  expect(await changes()).toHaveLength(1)
  await write(ben, caught(2))
  expect(await changes()).toHaveLength(2)
})

test('Made anew from nothing, captures are what they were.', async () => {
  await write(ben, caught(1), caught(2, { kind: 'question' }), caught(3, { kind: 'win' }))
  granted(await tick(ada, 2))
  const before = await list(ada)
  await transact(context.db, async (tx) => {
    await tx.deleteFrom('capture').execute()
    await tx.deleteFrom('captureHead').execute()
  })
  expect(await list(ada)).toEqual([])
  context.clock.advance(5000)
  await edit(ben, () => undefined)
  expect(await list(ada)).toEqual(before)
})

test('A look that is late does not take the captures back.', async () => {
  await write(ben, caught(1))
  const { look, save } = captureProjection(context)
  const old = await context.documents.read(page.documentId, (doc) => look(doc, page.documentId))
  await write(ben, caught(2))
  if (old === null) throw new Error('no document')
  await transact(context.db, (tx) => save(tx, page.documentId, old.value, old.seq))
  expect(await list(ada)).toHaveLength(2)
})

test('Ticking changes the block in the document, and the row with it at once.', async () => {
  await write(ben, caught(1))
  context.clock.advance(1000)
  const ticked = granted(await tick(ada, 1))
  expect(ticked).toMatchObject({ done: true, doneAt: context.clock.now() })
  const block = await context.documents.read(page.documentId, (doc) =>
    findCapture(doc, id(1))?.getAttribute('done'),
  )
  expect(block?.value).toBe(true)
  expect(granted(await tick(ada, 1, false))).toMatchObject({ done: false, doneAt: null })
})

test('A tick made in the document is seen in the row, with its time.', async () => {
  await write(ben, caught(1))
  await edit(ben, (doc) => void setCaptureDone(doc, id(1), true))
  expect(await list(ada)).toMatchObject([{ done: true, doneAt: context.clock.now() }])
})

test('Only next steps and questions are ticked, only by members, and only while the block stands.', async () => {
  await write(ben, caught(1, { kind: 'decision', done: true }), caught(2))
  expect((await list(ada)).find((one) => one.id === id(1))).toMatchObject({ done: false, doneAt: null })
  const before = await dumpOf(context)
  expect(refused(await tick(ada, 1))).toMatchObject({ status: 400, errors: [{ field: 'captureId' }] })
  expect(refused(await tick(eve, 2)).status).toBe(403)
  expect(refused(await tick(ada, 9)).status).toBe(404)
  expect(await dumpOf(context)).toBe(before)
  context.documents.change(page.documentId, ben.memberId, (doc) => remove(doc, id(2)))
  expect(refused(await tick(ada, 2)).status).toBe(404)
  expect((await list(ada)).map((one) => one.id)).toEqual([id(1)])
})

test('A block that was copied to another page is one thing: it is ticked in both.', async () => {
  const other = await make('Copy', page.circleId)
  await write(ben, caught(1))
  await edit(ben, (doc) => appendBlocks(doc, [caught(1)]), other)
  granted(await tick(ada, 1))
  expect((await list(ada)).map(({ done }) => done)).toEqual([true, true])
})

test('Filters narrow the list by circle, page, kind, state and person.', async () => {
  const elsewhere = await make('Elsewhere', null)
  await write(
    ben,
    caught(1, { who: ada.memberId }),
    caught(2, { kind: 'question' }),
    caught(3, { kind: 'win' }),
  )
  await write(ben, caught(4, { done: true, who: ben.memberId }))
  await edit(ben, (doc) => appendBlocks(doc, [caught(5)]), elsewhere)
  const ids = async (query: Record<string, string>) => (await list(ada, query)).map((one) => one.id)
  expect(await ids({})).toEqual([5, 4, 3, 2, 1].map(id))
  expect(await ids({ circleId: page.circleId ?? '' })).toEqual([4, 3, 2, 1].map(id))
  expect(await ids({ pageId: elsewhere.id })).toEqual([id(5)])
  expect(await ids({ kind: 'next', state: 'open' })).toEqual([5, 1].map(id))
  expect(await ids({ state: 'open' })).toEqual([5, 2, 1].map(id))
  expect(await ids({ state: 'done' })).toEqual([id(4)])
  expect(await ids({ who: 'me' })).toEqual([id(1)])
})

test('Names stand in a text for those who may know them, and are left out for others.', async () => {
  const secret = await make('Canary page', await circle('confidential'))
  await write(
    ben,
    caught(1, { line: ['Ask ', { memberId: eve.memberId }, ' about ', { pageId: secret.id }] }),
  )
  expect((await list(ada))[0]?.text).toBe('Ask Eve about Canary page')
  expect((await list(eve))[0]?.text).toBe('Ask Eve about ')
})

test('Nothing of a confidential circle leaks to others, and the same questions show it to its people.', async () => {
  const secret = await make('Canary page', await circle('confidential'))
  await edit(ada, (doc) => appendBlocks(doc, [caught(7, { line: 'Canary step', who: ben.memberId })]), secret)
  const answers = async (who: Principal) => [
    (await ask(who, contract.listCaptures)).text,
    (await ask(who, contract.listCaptures, { query: { circleId: secret.circleId ?? '' } })).text,
    (await ask(who, contract.listCaptures, { query: { pageId: secret.id } })).text,
    (await tick(who, 7)).text,
  ]
  for (const text of await answers(ada)) expect(text).toContain('Canary')
  const outside = await answers(ben)
  for (const text of outside) expect(text).not.toContain('Canary')
  expect(outside.at(-1)).toBe((await tick(ben, 8)).text)
  const mine = { query: { who: 'me' } }
  expect(granted(await ask(ben, contract.listCaptures, mine)).captures).toEqual([])
  const params = { circleId: secret.circleId ?? '' }
  expect((await ask(ben, joinCircle, { params })).status).toBe(404)
  granted(await ask(ada, seatMember, { params, body: { memberId: ben.memberId } }))
  expect(granted(await ask(ben, contract.listCaptures, mine)).captures).toHaveLength(1)
})

test.each([
  ['kind', { kind: 'wish' }],
  ['state', { state: 'maybe' }],
  ['who', { who: 'Ada' }],
  ['circleId', { circleId: '1' }],
  ['colour', { colour: 'red' }],
])('A wrong %s in a question is named.', async (field, query) => {
  expect(refused(await ask(ada, contract.listCaptures, { query })).errors?.[0]?.field).toBe(field)
})

test('Of one page all captures are listed, however many; of everything the newest two hundred.', async () => {
  const numbers = Array.from({ length: 230 }, (_, n) => n)
  const uuidOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as CaptureId
  const decision = { ...caught(1), id: uuidOf(0), kind: 'decision', at: 1 } as const
  await write(ada, decision, ...numbers.slice(1).map((n) => caught(n, { id: uuidOf(n), kind: 'insight' })))
  const ofPage = await list(ada, { pageId: page.id })
  expect(ofPage).toHaveLength(numbers.length)
  expect(ofPage.at(-1)).toMatchObject({ kind: 'decision' })
  expect(await list(ada)).toHaveLength(200)
})

test('Whoever caught something stays its author when somebody else takes its deletion back.', async () => {
  await write(ada, caught(1))
  await edit(ben, (doc) => remove(doc, id(1)))
  expect(await list(ada)).toEqual([])
  await write(ben, caught(1))
  expect(await list(ada)).toMatchObject([{ id: id(1), by: ada.memberId }])
})

test('A time that has not come yet is when the capture was first seen.', async () => {
  const now = context.clock.now()
  await write(ada, caught(1, { at: now + 3_600_000 }), caught(2, { at: now - 60_000 }))
  context.clock.advance(60_000)
  await edit(ada, (doc) => setCaptureDone(doc, id(1), true))
  expect((await list(ada)).map(({ at }) => at)).toEqual([now, now - 60_000])
})
