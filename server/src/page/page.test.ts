import { createCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import type { Block } from '@rondo/shared/document/block.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { DocumentId, PageId } from '@rondo/shared/kernel/id.ts'
import * as contract from '@rondo/shared/page/contract.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { pageProjection } from './projection.ts'
import { countWords, fold } from './rules.ts'
import { temporaryPages } from './temporary-pages.ts'

type Pages = Awaited<ReturnType<typeof temporaryPages>>

let context: Pages['context']
let ask: Pages['ask']
let ada: Principal
let ben: Principal

beforeEach(async () => {
  ;({ context, ask, ada, ben } = await temporaryPages())
})
afterEach(() => context.close())

const make = async (title: string, circleId: string | null = null): Promise<Page> =>
  granted(await ask(ada, contract.createPage, { body: { title, circleId } }))

const secretCircle = async () => {
  const body = { name: 'Canary circle', purpose: 'Canary', visibility: 'confidential', timeZone: 'UTC' }
  return granted(await ask(ada, createCircle, { body })).id
}

const project = (page: Pick<Page, 'documentId'>) =>
  projectDocument(context, context.documents, pageProjection(context), page.documentId)

const write = async (page: Page, ...blocks: Block[]) => {
  context.documents.change(page.documentId, ada.memberId, (doc) => appendBlocks(doc, blocks))
  await project(page)
}

const linkTo = ({ id }: Page): Block => ({ type: 'paragraph', line: ['See ', { pageId: id }] })

const read = async (who: Principal, { id }: Page) =>
  granted(await ask(who, contract.readPage, { params: { pageId: id } }))

const facts = async () =>
  (await context.journal.readAfter(context.db.read, 0, 1000)).filter(({ name }) => name.startsWith('page.'))

test('A page is there with its document, and everybody may write in a shared one.', async () => {
  const page = await make('Asking well')
  expect(page).toMatchObject({ kind: 'note', circleId: null, mayWrite: true, words: 0, outline: [] })
  expect(await context.documents.read(page.documentId, () => true)).toMatchObject({ value: true })
  expect((await read(ben, page)).mayWrite).toBe(true)
})

test('What is written is read: outline, words, and links as backlinks of the other page.', async () => {
  const from = await make('From')
  const to = await make('To')
  await write(from, { type: 'heading', level: 2, line: 'Why we ask' }, linkTo(to))
  expect(await read(ben, from)).toMatchObject({
    outline: [{ id: null, level: 2, text: 'Why we ask' }],
    words: 4,
  })
  expect((await read(ben, to)).backlinks.map(({ id }) => id)).toEqual([from.id])
  const last = (await facts()).at(-1)
  expect(last).toMatchObject({ name: 'page.projected', payload: { pageId: from.id, linked: [to.id] } })
})

test('A page that links to itself is not its own backlink.', async () => {
  const page = await make('Me')
  await write(page, linkTo(page))
  expect((await read(ada, page)).backlinks).toEqual([])
})

test('Looking twice at the same document changes nothing and announces nothing.', async () => {
  const page = await make('Same')
  await write(page, { type: 'paragraph', line: 'Once' })
  const before = await facts()
  const told = await read(ada, page)
  context.clock.advance(1000)
  await project(page)
  expect(await facts()).toEqual(before)
  expect(await read(ada, page)).toEqual(told)
})

test('A look that is late does not take the page back.', async () => {
  const page = await make('Late')
  await write(page, { type: 'paragraph', line: 'Then' })
  const { look, save } = pageProjection(context)
  const old = await context.documents.read(page.documentId, (doc) => look(doc, page.documentId))
  await write(page, { type: 'paragraph', line: 'Now and ever' })
  if (old === null) throw new Error('no document')
  await transact(context.db, (tx) => save(tx, page.documentId, old.value, old.seq))
  expect((await read(ada, page)).words).toBe(4)
})

test('Made anew from nothing, all that was read out of documents is what it was.', async () => {
  const pages = [await make('One'), await make('Two'), await make('Three', await secretCircle())]
  for (const page of pages) {
    for (const other of pages) await write(page, { type: 'heading', level: 1, line: 'H' }, linkTo(other))
  }
  const tables = async () =>
    JSON.stringify([
      await context.db.read.selectFrom('page').selectAll().orderBy('id').execute(),
      await context.db.read.selectFrom('pageText').selectAll().orderBy('pageId').execute(),
      await context.db.read
        .selectFrom('pageLink')
        .selectAll()
        .orderBy('fromPage')
        .orderBy('toPage')
        .execute(),
    ])
  const before = await tables()
  const told = await facts()
  await context.db.writer.deleteFrom('pageText').execute()
  await context.db.writer.deleteFrom('pageLink').execute()
  expect(await tables()).not.toBe(before)
  context.clock.advance(5000)
  for (const { documentId } of await context.documents.heads()) {
    await project({ documentId: documentId as DocumentId })
  }
  expect(await tables()).toBe(before)
  expect(await facts()).toEqual(told)
})

test('Nothing of a confidential circle leaks to others, and the same questions show it to its people.', async () => {
  const open = await make('Open page')
  const secret = await make('Canary page', await secretCircle())
  await write(secret, { type: 'heading', level: 1, line: 'Canary heading' }, linkTo(open))
  await write(open, linkTo(secret))
  const answers = async (who: Principal) => [
    (await ask(who, contract.listPages)).text,
    (await ask(who, contract.listPages, { query: { title: 'canary' } })).text,
    (await ask(who, contract.listPages, { query: { circleId: secret.circleId ?? '' } })).text,
    (await ask(who, contract.readTitles, { body: { ids: [secret.id] } })).text,
    (await ask(who, contract.readPage, { params: { pageId: open.id } })).text,
    (await ask(who, contract.readPage, { params: { pageId: secret.id } })).text,
  ]
  for (const text of await answers(ada)) expect(text).toContain('Canary')
  const outside = await answers(ben)
  for (const text of outside) {
    expect(text).not.toContain('Canary')
    expect(text).not.toContain(secret.id)
  }
  const nowhere = { pageId: '11111111-1111-4111-8111-111111111111' }
  expect(outside.at(-1)).toBe((await ask(ben, contract.readPage, { params: nowhere })).text)
  const body = { title: 'Mine', was: 'Canary page' }
  const taken = await ask(ben, contract.renamePage, { params: { pageId: secret.id }, body })
  expect(taken.text).toBe((await ask(ben, contract.renamePage, { params: nowhere, body })).text)
  await ask(ada, seatMember, {
    params: { circleId: secret.circleId ?? '' },
    body: { memberId: ben.memberId },
  })
  for (const text of await answers(ben)) expect(text).toContain('Canary')
})

test('Of two who rename at once one wins and the other is told who.', async () => {
  const page = await make('Old')
  const params = { pageId: page.id }
  const answers = await Promise.all([
    ask(ada, contract.renamePage, { params, body: { title: 'New by Ada', was: 'Old' } }),
    ask(ben, contract.renamePage, { params, body: { title: 'New by Ben', was: 'Old' } }),
  ])
  const winner = answers[0].ok ? 'Ada' : 'Ben'
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const lost = refused(answers.find(({ ok }) => !ok) ?? answers[0])
  expect(lost).toMatchObject({ reason: 'page.renamed' })
  expect(lost.detail).toContain(winner)
  expect((await read(ada, page)).title).toBe(`New by ${winner}`)
})

test('A title is found in any case and without its accents.', async () => {
  const page = await make('Über Größe und Élan')
  await make('Something else')
  for (const title of ['uber', 'ÜBER', 'grosse', 'elan', 'Élan', 'e und']) {
    const { pages } = granted(await ask(ben, contract.listPages, { query: { title } }))
    expect(pages.map(({ id }) => id)).toEqual([page.id])
  }
  expect(granted(await ask(ben, contract.listPages, { query: { title: '%' } })).pages).toEqual([])
})

test('A folded title is folded already, and holds every folded part of it.', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      expect(fold(fold(title))).toBe(fold(title))
    }),
  )
})

test.each([
  ['', 0],
  ['one', 1],
  ["don't stop-gap me", 3],
  ['a, b; c…', 3],
  ['größer als 2', 3],
])('The words of %j are %i.', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test.each([
  ['title', { title: '', circleId: null }],
  ['title', { title: 'a\u202Eb', circleId: null }],
  ['circleId', { title: 'Fine', circleId: 'x' }],
  ['circleId', { title: 'Fine' }],
  ['body', { title: 'Fine', circleId: null, body: 'x' }],
])('A wrong %s is named and nothing is stored, no document either.', async (field, body) => {
  const before = await dumpOf(context)
  const heads = await context.documents.heads()
  expect(refused(await ask(ada, contract.createPage, { body })).errors?.[0]?.field).toBe(field)
  expect(await dumpOf(context)).toBe(before)
  expect(await context.documents.heads()).toEqual(heads)
})

test('Listing stays fast with ten thousand pages.', async () => {
  const circles = await Promise.all([secretCircle(), secretCircle()])
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}` as PageId,
    circleId: n % 3 === 2 ? null : (circles[n % 3] ?? null),
    documentId: `00000000-0000-4000-a000-${String(n).padStart(12, '0')}` as DocumentId,
    kind: 'note' as const,
    meetingId: null,
    meetingNumber: null,
    title: `Página número ${n}`,
    foldedTitle: fold(`Página número ${n}`),
    titledBy: ada.memberId,
    createdBy: ada.memberId,
    createdAt: n,
    updatedAt: n,
  }))
  for (let from = 0; from < rows.length; from += 1000) {
    await context.db.writer
      .insertInto('page')
      .values(rows.slice(from, from + 1000))
      .execute()
  }
  const questions = [{}, { title: 'numero 99' }, { title: 'nothing like it' }, { circleId: circles[0] ?? '' }]
  for (const query of questions) {
    const times: number[] = []
    for (let round = 0; round < 7; round += 1) {
      const started = performance.now()
      granted(await ask(ben, contract.listPages, { query }))
      times.push(performance.now() - started)
    }
    expect(times.toSorted((a, b) => a - b)[3]).toBeLessThan(50)
  }
})
