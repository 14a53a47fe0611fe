import { createCircle } from '@rondo/shared/circle/contract.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { createPage } from '@rondo/shared/page/contract.ts'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { wireLimits } from '@rondo/shared/wire/limits.ts'
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame } from '@rondo/shared/wire/server-frame.ts'
import * as Y from 'yjs'
import { ageSessions } from '../world/age-sessions.ts'
import { type DocumentClient, openDocument, whenDocument } from '../world/document-client.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Fate, knock, syncFrame } from '../world/raw-socket.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

let rondo: Rondo
let owner: Visitor
let guest: Visitor
let reader: Visitor
let room: string
let honest: readonly DocumentClient[]
let losses = 0

/** An update that adds a paragraph to the page, as an editor of somebody else would make it. */
const paragraphUpdate = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('body').push([paragraph])
  return Y.encodeStateAsUpdate(doc)
}

const write = (client: DocumentClient, text: string): void =>
  client.doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    client.doc.getXmlFragment('body').push([paragraph])
  })

const textOf = ({ doc }: DocumentClient): string => doc.getXmlFragment('body').toString()

test.beforeAll(async () => {
  rondo = await startRondo()
  owner = await foundWorkspace(rondo.origin)
  const circle = await owner.ask(createCircle, {
    body: { name: 'Watch', purpose: 'To stay undisturbed.', timeZone: 'Europe/Berlin' },
  })
  guest = await comeInvited(owner, 'Jonas Weber', { circleId: circle.id })
  reader = await comeInvited(owner, 'Rita Reader')
  const page = await owner.ask(createPage, { body: { title: 'Watched', circleId: circle.id } })
  room = page.documentId
  honest = [owner, guest].map((visitor) => openDocument(visitor, room))
  await Promise.all(honest.map((client) => client.synced))
  for (const { provider } of honest) provider.on('connection-close', () => (losses += 1))
})

test.afterAll(async () => {
  for (const client of honest) client.close()
  await rondo.dispose()
})

/** Two honest people write on as if nothing had happened, and only their words are stored. */
test.afterEach(async () => {
  const { title } = test.info()
  const [first, second] = honest
  if (!first || !second) throw new Error('Two honest clients are needed.')
  const before = textOf(first)
  expect(textOf(second), 'both honest clients see the same').toBe(before)
  write(first, `after: ${title}`)
  await whenDocument(second.doc, () => textOf(second).includes(`after: ${title}`))
  const fresh = openDocument(owner, room)
  await fresh.synced
  expect(textOf(fresh), 'nothing but honest words is stored').toBe(textOf(first))
  expect(textOf(fresh).startsWith(before)).toBe(true)
  fresh.close()
  expect(losses, 'no honest socket was closed').toBe(0)
  expect(rondo.printed()).not.toContain('"level":50')
})

const closedWith = (code: number): Fate => ({ code, documentBytes: 0 })

test('a room that does not exist is closed with 4404 and never made', async () => {
  const rooms = [
    '00000000-0000-4000-8000-000000000000',
    room.toUpperCase(),
    `${room}%00`,
    `${room}/..`,
    '..%2f..%2fetc%2fpasswd',
    'a/b/c',
    '',
    'x'.repeat(8_000),
  ]
  for (const name of rooms) {
    const fate = await knock(owner, name).fate
    expect(fate, name.slice(0, 60)).toEqual(closedWith(closeCode.notFound))
  }
})

test('seven foreign origins are refused before a byte of the document', async () => {
  const { port } = new URL(rondo.origin)
  const origins = [
    'https://evil.example',
    'null',
    rondo.origin.replace('http:', 'https:'),
    `${rondo.origin}.evil.example`,
    `http://sub.localhost:${port}`,
    rondo.origin.replace(port, String(Number(port) + 1)),
    null,
  ]
  for (const origin of origins) {
    const fate = await knock(owner, room, { origin }).fate
    expect(fate, String(origin)).toEqual({ refused: 403, body: '' })
  }
})

test('a missing, a garbage and an expired session are closed with 4401', async () => {
  const late = await comeInvited(owner, 'Lara Late')
  const { id } = await late.me()
  const name = late.cookie.split('=')[0]
  expect(await knock(late, room, { cookie: '' }).fate).toEqual(closedWith(closeCode.signedOut))
  const garbage = `${name}=${'A'.repeat(40)}`
  expect(await knock(late, room, { cookie: garbage }).fate).toEqual(closedWith(closeCode.signedOut))

  const young = await knock(late, room).opened()
  await young.hears(([type]) => type === messageType.sync)
  young.close()
  ageSessions(rondo.dataDir, id, 15 * DAY)
  expect(await knock(late, room).fate).toEqual(closedWith(closeCode.signedOut))
})

test('garbage and text close their sender with 4400', async () => {
  const frames: (Uint8Array | string)[] = [
    new Uint8Array([0, 2, 255, 255, 255, 255, 255, 15]),
    new Uint8Array([0, 2, 5, 1, 1]),
    new Uint8Array([0, 9, 0]),
    syncFrame('update', new Uint8Array([1, 250, 155, 192, 238, 14, 0])),
    syncFrame('update', paragraphUpdate('cut').slice(0, -3)),
    'hello',
    '{"type":"update"}',
  ]
  for (const frame of frames) {
    const socket = await knock(guest, room).opened()
    await socket.hears(([type]) => type === messageType.sync)
    socket.send(frame)
    expect(await socket.fate, String(frame)).toMatchObject({ code: closeCode.badFrame })
  }
})

test('an oversize frame is cut off', async () => {
  const socket = await knock(guest, room).opened()
  socket.send(new Uint8Array(wireLimits.frameBytes + 1))
  expect(await socket.fate).toMatchObject({ code: 1009 })
})

test('a reader who writes is told no, in both ways of writing, and nothing is stored', async () => {
  for (const step of ['update', 'answer'] as const) {
    const socket = await knock(reader, room).opened()
    socket.send(syncFrame(step, paragraphUpdate('a reader wrote this')))
    const answer = await socket.hears((frame) => decodeServerFrame(frame)?.kind === 'reject')
    expect(decodeServerFrame(answer)).toMatchObject({ kind: 'reject', reason: 'read-only' })
    socket.close()
  }
})

test('a confidential room is as absent to a stranger as one that never was', async () => {
  const circle = await owner.ask(createCircle, {
    body: { name: 'Quiet', purpose: 'To be unseen.', visibility: 'confidential', timeZone: 'Europe/Berlin' },
  })
  const secret = await owner.ask(createPage, { body: { title: 'Secret', circleId: circle.id } })
  expect(await knock(reader, secret.documentId).fate).toEqual(closedWith(closeCode.notFound))
  expect(
    await knock(owner, secret.documentId)
      .opened()
      .then((socket) => socket.close()),
  ).toBeUndefined()
})
