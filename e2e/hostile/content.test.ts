import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { type DocumentClient, openDocument, whenDocument } from '../world/document-client.ts'
import { deepBlocks, hollow, numbers, paragraph, presence, written } from './frames.ts'
import { furnish, type House, pageIn } from './house.ts'
import { bombs, enter, leaveGaps, MOST_BOMB_BYTES, swallow, trySending } from './poison.ts'

let house: House
let unguarded: House
let page: string
let honest: readonly DocumentClient[]
let losses = 0

beforeAll(async () => {
  ;[house, unguarded] = await Promise.all([furnish(), furnish({}, { RONDO_FAULT: 'unguarded' })])
})
afterAll(() => Promise.all([house.rondo.dispose(), unguarded.rondo.dispose()]))

beforeEach(async () => {
  page = await pageIn(house.owner, house.open.circleId)
  honest = [house.owner, house.owner].map((who) => openDocument(who, page))
  await Promise.all(honest.map(({ synced }) => synced))
  losses = 0
  for (const { provider } of honest) provider.on('connection-close', () => (losses += 1))
})

/** Two honest people write on as if nothing had happened. */
afterEach(async () => {
  const [first, second] = honest
  if (first === undefined || second === undefined) throw new Error('It takes two.')
  first.doc.getXmlFragment('body').push([paragraph('and we write on')])
  await whenDocument(second.doc, () => textOf(second).endsWith('<paragraph>and we write on</paragraph>'))
  if (losses > 0) throw new Error('An honest socket was closed.')
  if (house.rondo.printed().includes('"level":50')) throw new Error(house.rondo.printed())
  for (const client of honest) client.close()
})

const textOf = ({ doc }: DocumentClient): string => doc.getXmlFragment('body').toString()

const send = (update: Uint8Array, who = house.guest, documentId = page) => trySending(who, documentId, update)

it('T13 WRT-1 structs for another’s client id are refused, and what that one types next is seen', async () => {
  expect(await swallow(house.owner, house.guest, page)).toEqual({ refused: true, isSeen: true })
  expect(await send(hollow(2 ** 33, 0, 1))).toMatchObject({ code: closeCode.badFrame })
  expect(await send(hollow(77, 0, 2 ** 53 - 2))).toMatchObject({ code: closeCode.badFrame })
})

it('T14 WRT-2 a thousand updates with gaps end their senders, wait nowhere, and hold nobody up', async () => {
  const { fate, ms } = await leaveGaps(house.guest, page, 1_000)
  expect(fate).toMatchObject({ code: closeCode.badFrame })
  expect(ms).toBeLessThan(5_000)
})

it('T15 SCN-1 counts that lie cost no memory and no time', async () => {
  await send(numbers(1))
  const before = house.rondo.peakBytes()
  const from = performance.now()
  for (const bomb of bombs) expect(await send(bomb)).toMatchObject({ code: closeCode.badFrame })
  for (const count of [30_000_000, 2 ** 40]) {
    const socket = await enter(house.guest, page)
    const vector = numbers(count, 1, 1)
    socket.send(Uint8Array.of(0, 0, vector.length, ...vector))
    expect(await socket.fate).toMatchObject({ code: closeCode.badFrame })
  }
  expect((performance.now() - from) / bombs.length).toBeLessThan(1_000)
  expect(house.rondo.peakBytes() - before).toBeLessThan(MOST_BOMB_BYTES)
})

const marked = (runs: number): Uint8Array =>
  written((body) => {
    const element = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    element.insert(0, [text])
    body.push([element])
    for (let i = 0; i < runs; i++) text.insert(0, 'x', i % 2 === 0 ? { bold: {} } : {})
  })
const holding = (name: string, key: string, value: unknown) => (body: Y.XmlFragment) => {
  const element = new Y.XmlElement(name)
  element.setAttribute(key, value as string)
  body.push([element])
}
const raw = (value: unknown) => (body: Y.XmlFragment) =>
  Y.Array.prototype.insert.call(body, 0, [value] as never)

const shapes: [string, () => Uint8Array][] = [
  ['a map among the blocks', () => written((body) => body.push([new Y.Map() as never]))],
  ['an array among the blocks', () => written((body) => body.push([new Y.Array() as never]))],
  ['a string among the blocks', () => written(raw('text'))],
  ['a sub-document', () => written(raw(new Y.Doc()))],
  ['bytes among the blocks', () => written(raw(new Uint8Array(9)))],
  ['3,000 levels', () => written(deepBlocks)],
  ['a block nobody knows', () => written((body) => body.push([new Y.XmlElement('script')]))],
  ['a list as an attribute', () => written(holding('heading', 'level', [1]))],
  ['an object as an attribute', () => written(holding('heading', 'level', { a: 1 }))],
  ['an event as an attribute', () => written(holding('paragraph', 'onclick', 'x()'))],
  ['a style', () => written(holding('paragraph', 'style', 'x'))],
  ['__proto__ as an attribute', () => written(holding('paragraph', '__proto__', 'x'))],
  ['constructor as an attribute', () => written(holding('paragraph', 'constructor', 'x'))],
  ['another root', () => written((_, doc) => doc.getMap('beside').set('a', 1))],
  ['a root of another kind', () => written((_, doc) => doc.getMap('beside').set('a', new Y.Map()))],
  [
    'a link to a script',
    () =>
      written((body) => {
        const element = paragraph('x')
        body.push([element])
        ;(element.get(0) as Y.XmlText).format(0, 1, { link: { href: 'java\tscript:alert(1)' } })
      }),
  ],
  [
    'a colour',
    () =>
      written((body) => {
        const element = paragraph('x')
        body.push([element])
        ;(element.get(0) as Y.XmlText).format(0, 1, { textStyle: { color: 'red;}' } })
      }),
  ],
  [
    'an embedded object',
    () =>
      written((body) => {
        const element = paragraph('x')
        body.push([element])
        ;(element.get(0) as Y.XmlText).insertEmbed(0, { image: 'x' })
      }),
  ],
  ['marks without number', () => marked(12_000)],
]

it('T17 T19 STR-1 a page that would not open is refused in every shape, and the page stays as it was', async () => {
  const [first] = honest
  first?.doc.getXmlFragment('body').push([paragraph('what was there')])
  const taken: string[] = []
  for (const [name, shape] of shapes) {
    const fate = await send(shape())
    if (fate === 'taken' || !('code' in fate) || fate.code !== closeCode.badFrame) taken.push(name)
  }
  expect(taken).toEqual([])
  const fresh = openDocument(house.owner, page)
  await fresh.synced
  expect(textOf(fresh)).toBe('<paragraph>what was there</paragraph>')
  fresh.close()
})

it('T17 STR-1 a server without the guard takes the same shapes', async () => {
  const { owner, guest, open } = unguarded
  const refused: string[] = []
  for (const [name, shape] of shapes) {
    const documentId = await pageIn(owner, open.circleId)
    if ((await send(shape(), guest, documentId)) !== 'taken') refused.push(name)
  }
  // A document inside a document is refused before anybody looks at structure.
  expect(refused).toEqual(['a sub-document'])
})

it('T9 PRS-1 T11 PRS-4 poison and floods of presence reach nobody, and newcomers get in', async () => {
  const { owner, guest } = house
  const observer = await enter(owner, page)
  const attacker = await enter(guest, page)
  const from = performance.now()
  const nested = `{"cursor":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
  const states = [
    nested,
    '{"cursor":',
    '{"__proto__":{"admin":true},"cursor":{"anchor":1}}',
    'x'.repeat(5_000),
  ]
  const mine = 4_242
  for (let i = 0; i < 1_000; i++) {
    attacker.send(presence([{ id: mine, clock: i, state: states[i % states.length] ?? 'null' }]))
  }
  attacker.send(
    presence([{ id: mine, clock: 2 ** 52, state: '{"user":{"name":"Priya Raman"},"cursor":{"anchor":7}}' }]),
  )
  attacker.send(presence(Array.from({ length: 20_000 }, (_, id) => ({ id, clock: 1, state: '{}' }))))
  const isPresence = ([type]: Uint8Array): boolean => type === messageType.presence
  await vi.waitFor(
    () =>
      expect(observer.heard.some((frame) => isPresence(frame) && said(frame).includes('Jonas Weber'))).toBe(
        true,
      ),
    { timeout: 5_000 },
  )
  const newcomer = await enter(owner, page)
  const heard = observer.heard.filter(isPresence)
  expect(heard.length).toBeLessThan(10 + (performance.now() - from) / 90)
  expect(heard.some((frame) => said(frame).includes('admin') || said(frame).includes('[[['))).toBe(false)
  expect(
    heard.every((frame) => !said(frame).includes('"anchor":7') || said(frame).includes('Jonas Weber')),
  ).toBe(true)
  for (const socket of [observer, attacker, newcomer]) socket.close()
})

const said = (frame: Uint8Array): string => Buffer.from(frame).toString('utf8')
