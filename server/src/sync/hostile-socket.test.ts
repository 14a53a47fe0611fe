import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { decodeServerFrame } from '@rondo/shared/wire/server-frame.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Access } from './access.ts'
import { createSync } from './assembly.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { askFrame, updateFrame } from './protocol.ts'
import type { Sync } from './sync.ts'
import { collectGarbage } from './testing/collect-garbage.ts'
import { cookieAccess } from './testing/cookie-access.ts'

const documentId = '00000000-0000-4000-8000-000000000001'

let server: Server
let sync: Sync
let origin: string

/** No bound at all: what is left of a promise without it. */
const boundless = Number.MAX_SAFE_INTEGER

const serve = async (
  limits: Partial<WireLimits> = {},
  access: Access = cookieAccess,
  trustedProxies: readonly string[] = [],
): Promise<void> => {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const log = createMemoryLog()
  const given = { access, log, trustedProxies, allowedOrigins: [origin] }
  sync = createSync({ ...given, limits: { drainMs: 0, ...limits } })
  server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
  await sync.create(documentId)
}

afterEach(async () => {
  await sync.drain()
  server.closeAllConnections()
  server.close()
})

const open = async (cookie: string): Promise<WebSocket> => {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${documentId}`, {
    headers: { origin, cookie },
  })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('open', resolve).once('close', resolve))
  return socket
}

const closed = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.once('close', resolve))

const acknowledged = (socket: WebSocket): (() => number) => {
  let count = 0
  socket.on('message', (data: Buffer) => {
    const said = decodeServerFrame(new Uint8Array(data))
    if (said?.kind === 'ack') count = said.count
  })
  return () => count
}

it('T2 ADM-4 ten thousand frames before access is decided end their socket and are not kept', async () => {
  const undecided = Promise.withResolvers<void>()
  const access: Access = {
    authorize: async (request) => {
      await undecided.promise
      return cookieAccess.authorize(request)
    },
  }
  await serve({}, access)
  const socket = await open('write=mallory')
  const code = closed(socket)
  collectGarbage()
  const before = process.memoryUsage().arrayBuffers
  for (let i = 0; i < 10_000; i++) socket.send(new Uint8Array(1_000))
  expect([closeCode.tooMany, 1006]).toContain(await code)
  await vi.waitFor(() => {
    collectGarbage()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 2 ** 20)
  }, 5_000)
  undecided.resolve()
})

/** Twenty sockets of one account, and one more: how that one ends; null when it stays. */
const oneTooMany = async (): Promise<number | null> => {
  const crowd = await Promise.all(Array.from({ length: 20 }, () => open('write=mallory')))
  await vi.waitFor(() => expect(sync.people(documentId)).toHaveLength(1))
  const late = await open('write=mallory')
  const isIn = new Promise<null>((resolve) => late.on('message', () => resolve(null)))
  late.send(askFrame(Uint8Array.of(0)))
  const end = await Promise.race([closed(late), isIn])
  const other = await open('write=ada')
  await vi.waitFor(() => expect(sync.people(documentId)).toHaveLength(2))
  for (const socket of [...crowd, late, other]) socket.terminate()
  return end
}

it('T23 ADM-8 the twenty-first socket of an account is closed with 4529, and others come in', async () => {
  await serve()
  expect(await oneTooMany()).toBe(closeCode.tooMany)
})

it('T23 ADM-8 a server without that bound is caught letting it in', async () => {
  await serve({ socketsPerAccount: boundless })
  expect(await oneTooMany()).toBeNull()
})

/** Knocks once and leaves: `in`, or how it was refused. */
const knock = (address = '203.0.113.9', stays = false): Promise<number | string> =>
  new Promise((resolve) => {
    const headers = { origin, cookie: 'write=ada', 'x-forwarded-for': address }
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${documentId}`, { headers })
    socket.on('error', () => {})
    socket.on('open', () => {
      if (!stays) socket.terminate()
      resolve('in')
    })
    socket.on('unexpected-response', (_, { statusCode, headers: said }) =>
      resolve(`${statusCode} ${said['retry-after']}`),
    )
  })
const insiders = async (count: number, stays: boolean): Promise<number> => {
  const outcomes = await Promise.all(Array.from({ length: count }, () => knock(undefined, stays)))
  expect(outcomes.filter((one) => one !== 'in' && one !== '503 5')).toEqual([])
  return outcomes.filter((one) => one === 'in').length
}

it('T23 ADM-9 of one address so many may stay, and others still get in', async () => {
  await serve({ socketsPerAddress: 5 }, cookieAccess, ['127.0.0.1'])
  expect(await insiders(8, true)).toBe(5)
  expect(await knock('198.51.100.7')).toBe('in')
})

it('T23 ADM-9 a server without that bound is caught letting them all stay', async () => {
  await serve({ socketsPerAddress: boundless }, cookieAccess, ['127.0.0.1'])
  expect(await insiders(8, true)).toBe(8)
})

it('T24 ADM-9 more than so many sockets a second are asked to come again, and may a little later', async () => {
  await serve({ acceptsPerSecond: 10 })
  expect(await insiders(40, false)).toBeLessThan(25)
  await vi.waitFor(async () => expect(await knock()).toBe('in'), 5_000)
})

it('T24 ADM-9 a server without that bound is caught letting all of them in at once', async () => {
  await serve({ acceptsPerSecond: boundless })
  expect(await insiders(40, false)).toBe(40)
})

/** A WebSocket by hand, so that a message can be begun and never ended. */
const beginMessage = (bytes: readonly number[]): Promise<number> =>
  new Promise((resolve) => {
    const { port } = new URL(origin)
    const socket = connect(Number(port), '127.0.0.1')
    const from = performance.now()
    socket.on('close', () => resolve(performance.now() - from)).on('error', () => {})
    socket.once('data', () => socket.write(Uint8Array.from(bytes)))
    socket.resume()
    const key = Buffer.alloc(16).toString('base64')
    const head = `GET /sync/${documentId} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nCookie: write=ada\r\nUpgrade: websocket\r\n`
    socket.write(
      `${head}Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
  })

it.each([
  ['a fragment without an end', [0x02, 0x81, 0, 0, 0, 0, 1]],
  ['half of a payload', [0x82, 0x84, 0, 0, 0, 0, 1]],
  ['half of a head', [0x82]],
])('T12 LIM-7 %s ends its socket once the time for a message is over', async (_, bytes) => {
  await serve({ messageMs: 200 })
  const idle = await open('write=bob')
  await beginMessage(bytes)
  expect(idle.readyState).toBe(WebSocket.OPEN)
  idle.terminate()
})

/** Somebody writes half a megabyte at once, then somebody else a word: how much was read by then, and how long all took. */
const writeMuch = async (): Promise<{ readByThen: number; all: number; ms: number }> => {
  const [mallory, ada] = [await open('write=mallory'), await open('write=ada')]
  const [hers, his] = [acknowledged(ada), acknowledged(mallory)]
  const doc = new Y.Doc()
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)))
  for (let i = 0; i < 10; i++) doc.getText('body').insert(0, 'x'.repeat(50_000))
  const from = performance.now()
  for (const frame of frames) mallory.send(frame)
  await vi.waitFor(() => expect(his()).toBeGreaterThan(0), 5_000)
  const small = new Y.Doc()
  small.on('update', (update: Uint8Array) => ada.send(updateFrame(update)))
  small.getText('body').insert(0, 'hello')
  await vi.waitFor(() => expect(hers()).toBe(1), 5_000)
  const readByThen = his()
  await vi.waitFor(() => expect(his()).toBe(frames.length), 15_000)
  const ms = performance.now() - from
  for (const socket of [mallory, ada]) socket.terminate()
  return { readByThen, all: frames.length, ms }
}
const budget = { accountBytes: 100_000, accountWindowMs: 1_000 }

it('T16 LIM-6 who wrote more than the budget is not read for a while, loses nothing, and hears the others', async () => {
  await serve(budget)
  const { readByThen, all, ms } = await writeMuch()
  expect(readByThen).toBeLessThan(all)
  expect(ms).toBeGreaterThan(3_000)
})

it('T16 LIM-6 a server without that budget is caught reading on', async () => {
  await serve({ ...budget, accountBytes: boundless })
  expect((await writeMuch()).ms).toBeLessThan(3_000)
})
