import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame } from '@rondo/shared/wire/server-frame.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import { knock, type RawSocket, syncFrame } from '../world/raw-socket.ts'
import type { Visitor } from '../world/visitor.ts'
import { follow, paragraph, written } from './frames.ts'
import { furnish, type House } from './house.ts'
import { mannWhitney } from './mann-whitney.ts'

let house: House

beforeAll(async () => {
  house = await furnish({ socketsPerAddress: 5 }, { TRUSTED_PROXIES: '127.0.0.0/8,::1' })
})
afterAll(() => house.rondo.dispose())

const closedWith = (code: number) => ({ code, documentBytes: 0 })
const isSync = ([type]: Uint8Array): boolean => type === messageType.sync
const isUpdate = ([type, step]: Uint8Array): boolean => type === messageType.sync && step === 2
const uuid = (): string => crypto.randomUUID()

it('T1 ADM-1 seven foreign origins are refused before a byte, with an empty body, and the right one is let in', async () => {
  const { origin } = house.rondo
  const { port } = new URL(origin)
  const foreign = [
    'https://evil.example',
    'null',
    origin.replace('http:', 'https:'),
    `${origin}.evil.example`,
    `http://sub.localhost:${port}`,
    origin.replace(port, String(Number(port) + 1)),
    null,
  ]
  const fates = await Promise.all(
    foreign.map((from) => knock(house.owner, house.open.documentId, { origin: from }).fate),
  )
  expect(fates).toEqual(foreign.map(() => ({ refused: 403, body: '' })))
  const right = await knock(house.owner, house.open.documentId).opened()
  await right.hears(isSync)
  right.close()
})

it('T2 ADM-2 no session and a garbage one are let in over HTTP and closed with 4401 before any byte', async () => {
  const name = house.owner.cookie.split('=')[0]
  for (const cookie of ['', `${name}=`, `${name}=${'A'.repeat(40)}`, `${name}=a; ${name}=b`, 'other=1']) {
    const fate = await knock(house.owner, house.open.documentId, { cookie }).fate
    expect(fate).toEqual(closedWith(closeCode.signedOut))
  }
})

/** What a socket may do: nothing, look, or write. */
const byWire = async (visitor: Visitor, documentId: string): Promise<string> => {
  const socket = knock(visitor, documentId)
  const heard = socket
    .hears((frame) => decodeServerFrame(frame)?.kind === 'mode')
    .then((frame) => {
      const said = decodeServerFrame(frame)
      return said?.kind === 'mode' ? said.mode : 'nothing'
    })
  const outcome = await Promise.race([heard, socket.fate.then(() => 'nothing')])
  socket.close()
  return outcome
}

it('T3 ADM-3 documents answer a socket as pages answer a request, for everybody and every visibility', async () => {
  const { owner, guest, stranger } = house
  const { pages } = await listed(owner)
  const shared = await pageFor(owner, null)
  const documents = [...pages, shared]
  expect(documents.length).toBeGreaterThanOrEqual(3)
  for (const who of [owner, guest, stranger]) {
    for (const { id, documentId } of documents) {
      const answer = await who.send('GET', `/api/pages/${id}`)
      const page: { mayWrite?: boolean } = answer.ok ? await answer.json() : {}
      const byRequest = answer.ok ? (page.mayWrite ? 'write' : 'read') : 'nothing'
      expect(await byWire(who, documentId)).toBe(byRequest)
    }
  }
  const late = new Set(['write', 'read', 'nothing'])
  const seen = await Promise.all(documents.map(({ documentId }) => byWire(stranger, documentId)))
  expect(new Set(seen)).toEqual(late)
})

it('T4 ADM-3 two hundred hostile names are not found, and nothing is made of them', async () => {
  const { documentId } = house.open
  const before = [documentsIn(house), filesIn(house)]
  const shapes = [
    '..%2f..%2fetc%2fpasswd',
    '..%252f..%252fetc',
    '%00',
    `${documentId}%00`,
    `${documentId}/`,
    `${documentId}/..`,
    `${documentId}%20`,
    documentId.toUpperCase(),
    documentId.replaceAll('-', ''),
    `{${documentId}}`,
    `%F0%9F%92%A9${documentId}`,
    'a/b/c',
    '',
    'x'.repeat(8_000),
    '__proto__',
    'constructor',
    "' or 1=1 --",
    `~${documentId}`,
    `${documentId};${documentId}`,
    `${documentId},${documentId}`,
  ].map((name) => encodeURI(name).replaceAll('%25', '%'))
  const names = Array.from({ length: 10 }, (_, i) =>
    shapes.map((name) => (i === 0 ? name : `${name}${i % 2 === 0 ? '%2e' : ''}${'.'.repeat(i)}`)),
  ).flat()
  expect(names).toHaveLength(200)
  for (const name of names) {
    const fate = await knock(house.owner, name).fate
    expect({ name, fate }).toEqual({ name, fate: closedWith(closeCode.notFound) })
  }
  expect(await knock(house.owner, uuid()).fate).toEqual(closedWith(closeCode.notFound))
  expect([documentsIn(house), filesIn(house)]).toEqual(before)
})

it('T5 ADM-10 forbidden and absent answer alike, and in the same time', async () => {
  const time = async (documentId: string): Promise<number> => {
    const from = performance.now()
    expect(await knock(house.stranger, documentId).fate).toEqual(closedWith(closeCode.notFound))
    return performance.now() - from
  }
  for (let i = 0; i < 20; i++) await time(uuid())
  const times: { absent: number[]; forbidden: number[] } = { absent: [], forbidden: [] }
  for (let i = 0; i < 150; i++) {
    times.absent.push(await time(uuid()))
    times.forbidden.push(await time(house.secret.documentId))
  }
  expect(mannWhitney(times.absent, times.forbidden)).toBeGreaterThan(0.0005)
  // The test sees a difference where there is one.
  expect(
    mannWhitney(
      times.absent,
      times.forbidden.map((ms) => ms * 1.5 + 0.3),
    ),
  ).toBeLessThan(0.0005)
})

it('T20 WIR-2 whoever offers to compress is not taken up on it', async () => {
  const socket = new WebSocket(`${house.rondo.origin.replace('http', 'ws')}/sync/${house.open.documentId}`, {
    headers: { origin: house.rondo.origin, cookie: house.owner.cookie },
    perMessageDeflate: true,
  })
  const extensions = await new Promise((resolve) => {
    socket.on('upgrade', (response) => resolve(response.headers['sec-websocket-extensions']))
  })
  expect(extensions).toBeUndefined()
  socket.terminate()
})

const fromAddress = async (
  address: string,
  count: number,
): Promise<{ kept: WebSocket[]; refused: number[] }> => {
  const kept: WebSocket[] = []
  const refused: number[] = []
  const headers = { origin: house.rondo.origin, cookie: house.owner.cookie, 'x-forwarded-for': address }
  for (let i = 0; i < count; i++) {
    const socket = new WebSocket(
      `${house.rondo.origin.replace('http', 'ws')}/sync/${house.open.documentId}`,
      { headers },
    )
    socket.on('error', () => {})
    await new Promise<void>((resolve) => {
      socket.on('open', () => resolve(void kept.push(socket)))
      socket.on('unexpected-response', (_, response) => {
        expect(response.headers['retry-after']).toMatch(/^\d+$/)
        resolve(void refused.push(response.statusCode ?? 0))
      })
    })
  }
  return { kept, refused }
}

it('T23 ADM-9 one address keeps so many sockets and no more, as the proxy tells it, and others still get in', async () => {
  const crowd = await fromAddress('203.0.113.9', 8)
  expect([crowd.kept.length, crowd.refused]).toEqual([5, [503, 503, 503]])
  const neighbour = await fromAddress('203.0.113.9, 198.51.100.7', 1)
  expect(neighbour.kept).toHaveLength(1)
  for (const socket of [...crowd.kept, ...neighbour.kept]) socket.terminate()
})

it('T26 SCN-5 frames of all 256 types change nothing for anybody', async () => {
  const { owner, guest, open } = house
  const observer = await follow(owner, open.documentId)
  let attacker: RawSocket = await knock(guest, open.documentId).opened()
  await attacker.hears(isSync)
  for (let type = 0; type < 256; type++) {
    const body = [...written((body) => body.push([paragraph('planted')]))]
    attacker.send(Uint8Array.from([type, type < 128 ? 1 : 3, ...body]))
    if (type > 1) continue
    await attacker.fate
    attacker = await knock(guest, open.documentId).opened()
    await attacker.hears(isSync)
  }
  // One of the types is a greeting, and greeted like that whoever sent it is an old client, which only reads.
  attacker.close()
  attacker = await knock(guest, open.documentId).opened()
  await attacker.hears(isSync)
  attacker.send(
    syncFrame(
      'update',
      written((body) => body.push([paragraph('honest')])),
    ),
  )
  await attacker.hears((frame) => decodeServerFrame(frame)?.kind === 'ack')
  await observer.hears((frame) => isUpdate(frame) && Buffer.from(frame).includes('honest'))
  expect(observer.heard.filter(isUpdate)).toHaveLength(1)
  expect(observer.heard.some((frame) => Buffer.from(frame).includes('planted'))).toBe(false)
  for (const socket of [observer, attacker]) socket.close()
})

const listed = async (who: Visitor): Promise<{ pages: { id: string; documentId: string }[] }> => {
  const answer = await who.send('GET', '/api/pages')
  const { pages }: { pages: { id: string }[] } = await answer.json()
  return {
    pages: await Promise.all(
      pages.map(async ({ id }) => {
        const page: { documentId: string } = await (await who.send('GET', `/api/pages/${id}`)).json()
        return { id, documentId: page.documentId }
      }),
    ),
  }
}

const pageFor = async (who: Visitor, circleId: string | null): Promise<{ id: string; documentId: string }> =>
  (await who.send('POST', '/api/pages', { body: { title: 'Shared', circleId } })).json()

const documentsIn = ({ rondo }: House): unknown => {
  const database = new DatabaseSync(join(rondo.dataDir, 'documents.sqlite'), { readOnly: true })
  try {
    return database.prepare('select count(*) as documents from document').get()
  } finally {
    database.close()
  }
}

const filesIn = ({ rondo }: House): readonly string[] =>
  readdirSync(rondo.dataDir, { recursive: true })
    .map(String)
    .filter((name) => !/-(wal|shm)$|write-ahead|\.log/.test(name))
    .toSorted()
