import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import type { Block } from '@rondo/shared/document/block.ts'
import { readBlocks } from '@rondo/shared/document/read-blocks.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import * as contract from '@rondo/shared/version/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpOf, granted, refused } from '../journal/temporary-people.ts'
import { findPage } from '../page/index.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { keep } from './keep.ts'
import { temporaryVersions } from './temporary-versions.ts'

let house: Awaited<ReturnType<typeof temporaryVersions>>
let page: Page
let ada: Principal
let ben: Principal

beforeEach(async () => {
  house = await temporaryVersions()
  ;({ ada, ben } = house)
  page = await house.makePage('Asking well')
})
afterEach(() => house.close())

const paragraph = (line: string): Block => ({ type: 'paragraph', line })
const write = (who: Principal, ...blocks: (Block | string)[]) =>
  house.documents.change(page.documentId, who.memberId, (doc) =>
    appendBlocks(
      doc,
      blocks.map((one) => (typeof one === 'string' ? paragraph(one) : one)),
    ),
  )
const says = async () => (await house.documents.read(page.documentId, (doc) => readText(doc)))?.value
const of = (versionId: string) => ({ params: { pageId: page.id, versionId } })
const named = async (name: string, who = ada) =>
  granted(await house.ask(who, contract.keepVersion, { params: { pageId: page.id }, body: { name } }))
const list = async (who = ada) =>
  granted(await house.ask(who, contract.listVersions, { params: { pageId: page.id } })).versions
const changes = async (query: { from?: string; to: string }) =>
  granted(await house.ask(ada, contract.compareVersions, { params: { pageId: page.id }, query })).changes
const restore = async (versionId: string, who = ada) =>
  granted(await house.ask(who, contract.restoreVersion, of(versionId)))

test('A version has a name, a time and the people who wrote, and can be read again.', async () => {
  write(ada, 'How to ask')
  write(ben, 'And whom')
  const first = await named('First draft')
  expect(first).toMatchObject({
    name: 'First draft',
    reason: 'named',
    by: ada.memberId,
    at: house.clock.now(),
    contributors: [ada.memberId, ben.memberId],
  })
  write(ben, 'Later')
  expect(await list(ben)).toEqual([first])
  const { body } = granted(await house.ask(ben, contract.readVersion, of(first.id)))
  expect(JSON.stringify(body)).toContain('How to ask')
  expect(JSON.stringify(body)).not.toContain('Later')
})

test('VER-6: No time is told finer than five minutes, except of a version that somebody named then.', async () => {
  house.clock.advance(3 * MINUTE + 7)
  write(ada, 'One')
  const row = await findPage(house.db.read, page.id)
  if (row === undefined) throw new Error('no page')
  await keep(house.context, row, { reason: 'quiet' })
  const [version] = await list()
  expect(version?.at).toBeLessThan(house.clock.now())
  expect((version?.at ?? 1) % (5 * MINUTE)).toBe(0)
  const renamed = await house.ask(ada, contract.nameVersion, {
    ...of(version?.id ?? ''),
    body: { name: 'Kept', was: null },
  })
  expect(granted(renamed)).toMatchObject({ name: 'Kept', at: version?.at })
})

test('VER-4: The same state has one version: naming it twice tells who was first.', async () => {
  write(ada, 'One')
  const [first] = [await named('Mine')]
  const again = await house.ask(ben, contract.keepVersion, {
    params: { pageId: page.id },
    body: { name: 'Yours' },
  })
  expect(refused(again)).toMatchObject({ status: 409, reason: 'version.named' })
  expect(refused(again).detail).toContain('“Mine”, given by Ada')
  expect(await named('Mine', ben)).toEqual(first)
  expect(await list()).toHaveLength(1)
})

test('Of two who name a version at once one wins and the other is told.', async () => {
  write(ada, 'One')
  const { id } = await named('Old')
  const answers = await Promise.all(
    [ada, ben].map((who, i) =>
      house.ask(who, contract.nameVersion, { ...of(id), body: { name: `New ${i}`, was: 'Old' } }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('What changed is told between two versions, up to now, and from the empty page.', async () => {
  write(ada, 'We meet on Thursday.')
  const first = await named('First')
  write(ben, 'Bring a question.')
  const second = await named('Second')
  write(ben, 'And tea.')
  const kinds = async (query: { from?: string; to: string }) => (await changes(query)).map(({ kind }) => kind)
  expect(await kinds({ to: first.id })).toEqual(['added'])
  expect(await kinds({ from: first.id, to: second.id })).toEqual(['same', 'added'])
  expect(await kinds({ from: second.id, to: first.id })).toEqual(['same', 'removed'])
  expect(await kinds({ from: second.id, to: 'now' })).toEqual(['same', 'same', 'added'])
})

const capture = (n: number, line: string): Block => ({
  type: 'capture',
  id: `00000000-0000-4000-8000-00000000000${n}` as CaptureId,
  kind: 'decision',
  line,
  at: 1,
})
const caught = async () => {
  const authors = await house.documents.authors(page.documentId)
  const read = await house.documents.read(page.documentId, (doc) => readCaptures(doc))
  return read?.value.map(({ text, clientId }) => [text, authors.get(clientId)])
}

test('VER-8: Restoring brings the words back, in the name of whoever does it, and leaves what stayed alone.', async () => {
  write(ada, 'How to ask', capture(1, 'Ask early'), 'Bring tea')
  const first = await named('First')
  house.documents.change(page.documentId, ben.memberId, (doc) => {
    doc.getXmlFragment('body').delete(2, 1)
    appendBlocks(doc, [capture(2, 'Never ask')])
  })
  const { before, changed } = await restore(first.id, ben)
  expect(changed).toBe(true)
  expect(await says()).toBe('How to ask\nAsk early\nBring tea')
  expect(await caught()).toEqual([['Ask early', ada.memberId]])
  expect(before).toMatchObject({ reason: 'restore', by: ben.memberId, contributors: [ben.memberId] })
  await restore(before.id)
  expect(await says()).toBe('How to ask\nAsk early\nNever ask')
  const journal = await house.journal.readAfter(house.db.read, 0, 100)
  expect(journal.filter(({ name }) => name === 'page.restored').map(({ by }) => by)).toEqual([
    ben.memberId,
    ada.memberId,
  ])
})

test('Restoring what stands there changes nothing and tells nobody.', async () => {
  write(ada, 'One')
  const first = await named('First')
  const { before, changed } = await restore(first.id)
  expect({ before: before.id, changed }).toEqual({ before: first.id, changed: false })
  const facts = await house.journal.readAfter(house.db.read, 0, 100)
  expect(facts.filter(({ name }) => name === 'page.restored')).toEqual([])
})

test('VER-9: What somebody writes in the moment of a restore is in the version to go back to.', async () => {
  write(ada, 'One')
  const first = await named('First')
  write(ada, 'Two')
  const { write: change } = house.context.documents
  house.context.documents.write = async (documentId, author, edit) => {
    write(ben, 'In between')
    return change(documentId, author, edit)
  }
  const { before } = await restore(first.id)
  expect(await says()).toBe('One')
  expect((await list()).filter(({ reason }) => reason === 'restore')).toEqual([before])
  house.context.documents.write = change
  await restore(before.id)
  expect(await says()).toBe('One\nTwo\nIn between')
})

const everyAnswer = async (who: Principal, params: { pageId: string; versionId: string }) => {
  const { pageId, versionId } = params
  const name = { name: 'Mine', was: null }
  return [
    await house.ask(who, contract.listVersions, { params: { pageId } }),
    await house.ask(who, contract.readVersion, { params }),
    await house.ask(who, contract.compareVersions, { params: { pageId }, query: { to: versionId } }),
    await house.ask(who, contract.compareVersions, {
      params: { pageId },
      query: { from: versionId, to: 'now' },
    }),
    await house.ask(who, contract.keepVersion, { params: { pageId }, body: { name: 'Mine' } }),
    await house.ask(who, contract.nameVersion, { params, body: name }),
    await house.ask(who, contract.restoreVersion, { params }),
    await house.ask(who, contract.eraseHistory, { params: { pageId }, body: { title: 'Canary page' } }),
  ]
}

const circle = async (visibility: 'open' | 'confidential') =>
  granted(
    await house.ask(ada, createCircle, {
      body: { name: 'Canary', purpose: 'Canary', visibility, timeZone: 'UTC' },
    }),
  )

test('VER-7: Of a page that somebody may not read nothing is told, and nothing can be done to it.', async () => {
  const { id: circleId } = await circle('confidential')
  page = await house.makePage('Canary page', circleId)
  write(ada, 'Canary text')
  const { id: versionId } = await named('Canary name')
  const before = await dumpOf(house.context)
  const nowhere = '11111111-1111-4111-8111-111111111111'
  const forbidden = await everyAnswer(ben, { pageId: page.id, versionId })
  const absent = await everyAnswer(ben, { pageId: nowhere, versionId: nowhere })
  expect(forbidden.map(({ status }) => status)).toEqual(forbidden.map(() => 404))
  expect(forbidden.map(({ text }) => text)).toEqual(absent.map(({ text }) => text))
  expect(await dumpOf(house.context)).toBe(before)
  await house.ask(ada, seatMember, { params: { circleId }, body: { memberId: ben.memberId } })
  const inside = await everyAnswer(ben, { pageId: page.id, versionId })
  expect(inside.map(({ status }) => status)).toEqual([200, 200, 200, 200, 409, 409, 200, 403])
})

test('VER-7: A version is found under its own page only, also by whoever may read both.', async () => {
  write(ada, 'Here')
  const here = await named('Here')
  const other = await house.makePage('Other')
  const answers = await everyAnswer(ada, { pageId: other.id, versionId: here.id })
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 200, 404, 404, 400])
  expect(answers.slice(1, 4).map(({ text }) => text.includes('Here'))).toEqual([false, false, false])
})

test('VER-7: Who may only read reads the history and changes nothing of it.', async () => {
  const { id: circleId } = await circle('open')
  page = await house.makePage('Canary page', circleId)
  write(ada, 'One')
  const { id: versionId } = await named('First')
  const before = await dumpOf(house.context)
  const answers = await everyAnswer(ben, { pageId: page.id, versionId })
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 403, 403, 403, 403])
  expect(await dumpOf(house.context)).toBe(before)
})

const erase = (who: Principal, title = page.title) =>
  house.ask(who, contract.eraseHistory, { params: { pageId: page.id }, body: { title } })

test('VER-11: A host of the circle or whoever started the page erases its history, having typed its title.', async () => {
  const { id: circleId } = await circle('open')
  await house.ask(ada, seatMember, { params: { circleId }, body: { memberId: ben.memberId } })
  page = await house.makePage('Canary page', circleId)
  write(ada, 'One')
  await named('First')
  expect(refused(await erase(ben))).toMatchObject({ status: 403, reason: 'version.not-yours-to-erase' })
  expect(refused(await erase(ada, 'Canary'))).toMatchObject({ status: 400, errors: [{ field: 'title' }] })
  expect(await list()).toHaveLength(1)
  expect(house.erased).toEqual([])
  granted(await erase(ada))
  expect(await list()).toEqual([])
  expect(house.erased).toEqual([page.documentId])
  const mine = async (who: Principal) =>
    granted(await house.ask(who, contract.listVersions, { params: { pageId: page.id } })).mayErase
  expect([await mine(ada), await mine(ben)]).toEqual([true, false])
})

/** What anybody with the files could find in them. */
const onDisk = (): string =>
  ['rondo.sqlite', 'rondo.sqlite-wal'].map((name) => readFileSync(join(house.folder, name), 'latin1')).join()

test('VER-11: What is erased is nowhere on the disk, and the versions begin anew with the next change.', async () => {
  write(ada, 'Stays')
  write(ada, 'Canary that goes')
  await named('Canary name')
  house.documents.change(page.documentId, ada.memberId, (doc) => doc.getXmlFragment('body').delete(1, 1))
  expect(onDisk()).toContain('Canary name')
  granted(await erase(ada))
  expect(onDisk()).not.toContain('Canary name')
  expect(await says()).toBe('Stays')
  expect(await list()).toEqual([])
  write(ben, 'Next')
  expect(await named('Next')).toMatchObject({ contributors: [ben.memberId] })
})

test.each([
  ['name', { name: '' }],
  ['name', { name: 'x'.repeat(81) }],
  ['names', { name: 'Fine', names: 1 }],
])('A wrong %s is named and nothing is kept.', async (field, body) => {
  write(ada, 'One')
  const answer = await house.ask(ada, contract.keepVersion, { params: { pageId: page.id }, body })
  expect(refused(answer).errors?.[0]?.field).toBe(field)
  expect(await list()).toEqual([])
})

test('A long page is compared and restored, block by block.', async () => {
  write(ada, ...Array.from({ length: 400 }, (_, i) => `Line ${i} of a long page that many wrote in.`))
  const first = await named('First')
  house.documents.change(page.documentId, ben.memberId, (doc) => {
    const body = doc.getXmlFragment('body')
    for (let at = 390; at > 0; at -= 10) body.delete(at, 1)
  })
  const elements = async () =>
    (await house.documents.read(page.documentId, (doc) => readBlocks(doc).map(({ element }) => element)))
      ?.value
  const stayed = await elements()
  expect(
    (await changes({ from: first.id, to: 'now' })).filter(({ kind }) => kind === 'removed'),
  ).toHaveLength(39)
  await restore(first.id)
  const now = new Set(await elements())
  expect(stayed?.filter((one) => !now.has(one))).toEqual([])
  expect((await changes({ from: first.id, to: 'now' })).every(({ kind }) => kind === 'same')).toBe(true)
})
