import { listCaptures } from '@rondo/shared/capture/contract.ts'
import { createCircle } from '@rondo/shared/circle/contract.ts'
import type { Block } from '@rondo/shared/document/block.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import type { readText } from '@rondo/shared/document/read-text.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import * as contract from '@rondo/shared/markdown/contract.ts'
import { LONGEST_FILE } from '@rondo/shared/markdown/model.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { listVersions } from '@rondo/shared/version/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureProjection, captureRoutes } from '../capture/index.ts'
import { circleRoutes } from '../circle/index.ts'
import { granted, refused, temporaryApp } from '../journal/temporary-people.ts'
import { pageRoutes } from '../page/index.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { versionRoutes } from '../version/index.ts'
import { temporaryVersions } from '../version/temporary-versions.ts'
import { markdownRoutes } from './index.ts'

type House = Awaited<ReturnType<typeof temporaryVersions>>

let house: House
let ask: House['ask']

beforeEach(async () => {
  house = await temporaryVersions()
  const { context, ada, ben, cleo } = house
  ask = temporaryApp(context, [ada, ben, cleo], (app) => {
    circleRoutes(app, context)
    pageRoutes(app, context)
    captureRoutes(app, context)
    versionRoutes(app, context)
    markdownRoutes(app, context)
  })
})
afterEach(() => house.close())

const DECISION = '00000000-0000-4000-8000-000000000001' as CaptureId

const blocks = (): Block[] => [
  { type: 'heading', level: 2, line: 'What we saw' },
  { type: 'capture', id: DECISION, kind: 'next', line: 'Read it', at: 0, who: house.ben.memberId },
  { type: 'paragraph', line: ['Said ', { memberId: house.ben.memberId }] },
]

const write = async ({ documentId }: Page, ...added: Block[]) => {
  const { context, documents, ada } = house
  documents.change(documentId, ada.memberId, (doc) => appendBlocks(doc, added))
  await projectDocument(context, documents, captureProjection(context), documentId)
}

const exported = async ({ id }: Page, who = house.ada) =>
  granted(await ask(who, contract.exportPage, { params: { pageId: id } }))

const look = async <T>({ documentId }: Page, read: (doc: Parameters<typeof readText>[0]) => T) => {
  const seen = await house.documents.read(documentId, read)
  if (seen === null) throw new Error('no document')
  return seen.value
}

const importing = (text: string, name = '', circleId: string | null = null) =>
  ask(house.ada, contract.importPage, { body: { text, name, circleId } })

test('A page is exported with the names of people, and only to whoever may read it.', async () => {
  const page = await house.makePage('Flask: one request')
  await write(page, ...blocks())
  const { fileName, text } = await exported(page)
  expect(fileName).toBe('Flask-one-request.md')
  expect(text).toContain('title: "Flask: one request"')
  expect(text).toContain(`:mention[@Ben]{#${house.ben.memberId}}`)
  const body = { name: 'Secret', purpose: 'Secret', visibility: 'confidential', timeZone: 'UTC' }
  const circle = granted(await ask(house.ada, createCircle, { body }))
  const secret = await house.makePage('Canary', circle.id)
  const outside = await ask(house.ben, contract.exportPage, { params: { pageId: secret.id } })
  const nowhere = { pageId: '11111111-1111-4111-8111-111111111111' }
  expect(outside.text).toBe((await ask(house.ben, contract.exportPage, { params: nowhere })).text)
  const mine = { text: 'Mine now.' }
  const taken = await ask(house.ben, contract.replacePage, { params: { pageId: secret.id }, body: mine })
  expect(taken.text).toBe((await ask(house.ben, contract.replacePage, { params: nowhere, body: mine })).text)
  const there = { text: '', name: 'A', circleId: circle.id }
  expect((await ask(house.ben, contract.importPage, { body: there })).status).toBe(404)
})

test('Imported elsewhere a page is a note of its own: its captures get ids of their own and the first keep theirs.', async () => {
  const page = await house.makePage('Flask')
  await write(page, ...blocks())
  const copy = granted(await importing((await exported(page)).text))
  expect(copy).toMatchObject({ title: 'Flask', kind: 'note', meetingId: null, createdBy: house.ada.memberId })
  const [capture] = await look(copy, readCaptures)
  expect(capture).toMatchObject({ text: 'Read it', who: house.ben.memberId })
  expect(capture?.id).not.toBe(DECISION)
  const { captures } = granted(await ask(house.ada, listCaptures, { query: {} }))
  expect(new Map(captures.map(({ id, by }) => [id, by]))).toEqual(
    new Map([DECISION, capture?.id].map((id) => [id, house.ada.memberId])),
  )
})

test('Imported into its own page it changes what differs, keeps ids, and what was there is a version.', async () => {
  const page = await house.makePage('Flask')
  await write(page, ...blocks())
  const { text } = await exported(page)
  const params = { pageId: page.id }
  const same = granted(await ask(house.ada, contract.replacePage, { params, body: { text } }))
  expect(same.changed).toBe(false)
  const edited = text.replace('Read it', 'Read it twice')
  const done = granted(await ask(house.ada, contract.replacePage, { params, body: { text: edited } }))
  expect(done).toMatchObject({ changed: true, before: { by: house.ada.memberId } })
  expect((await look(page, readCaptures)).map(({ id, text: words }) => [id, words])).toEqual([
    [DECISION, 'Read it twice'],
  ])
  const { versions } = granted(await ask(house.ada, listVersions, { params }))
  expect(versions.map(({ reason }) => reason)).toEqual(['import'])
  const told = await house.context.journal.readAfter(house.context.db.read, 0, 1000)
  expect(told.filter(({ name }) => name === 'page.replaced')).toHaveLength(1)
})

test('A page replaced by the file of another takes none of its ids.', async () => {
  const [one, other] = [await house.makePage('One'), await house.makePage('Other')]
  await write(one, ...blocks())
  const { text } = await exported(one)
  granted(await ask(house.ada, contract.replacePage, { params: { pageId: other.id }, body: { text } }))
  expect((await look(other, readCaptures))[0]?.id).not.toBe(DECISION)
})

test.each([
  ['notes', 'Just words.', 'notes'],
  ['notes', '# The title\n\nWords.', 'The title'],
  ['', '', 'Imported'],
  ['', `# ${'long '.repeat(100)}`, 'long '.repeat(32).trim()],
])('What is called %j and says %j becomes the page %j.', async (name, text, title) => {
  expect(granted(await importing(text, name)).title).toBe(title)
})

test('A hostile file is read as words or refused, and the server goes on.', async () => {
  // In whatever script: three bytes each, and still one request.
  granted(await importing('語'.repeat(LONGEST_FILE), 'wide'))
  const tooLong = await importing('a'.repeat(LONGEST_FILE + 1), 'long')
  expect(tooLong.status).toBe(400)
  const huge = await importing('a'.repeat(4_000_000), 'huge')
  expect(huge.status).toBe(413)
  for (const text of [
    '> '.repeat(20_000),
    '- '.repeat(20_000),
    '['.repeat(20_000),
    '*a **b '.repeat(4_000),
  ]) {
    const answer = await importing(text, 'hostile')
    if (!answer.ok) expect(refused(answer).reason).toBe('markdown.tangled')
  }
  expect((await importing('Still here.', 'fine')).ok).toBe(true)
}, 120_000)
