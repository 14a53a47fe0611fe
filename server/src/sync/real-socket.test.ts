import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createSync } from './assembly.ts'
import { openSqliteLog } from './log/sqlite-log.ts'
import type { Validate } from './options.ts'
import type { Sync } from './sync.ts'
import { cookieAccess } from './testing/cookie-access.ts'

const documentId = '00000000-0000-4000-8000-000000000001'

let folder: string
let server: Server
let sync: Sync
let origin: string
const providers: WebsocketProvider[] = []
let judge: Validate = () => null

const serve = async (): Promise<void> => {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A server on a port has an address.')
  origin = `http://127.0.0.1:${address.port}`
  sync = createSync({
    access: cookieAccess,
    log: await openSqliteLog(join(folder, 'documents.sqlite')),
    allowedOrigins: [origin],
    limits: { drainMs: 0, sockets: 8 },
    validate: (...judged) => judge(...judged),
  })
  server.on('upgrade', (request, socket, head) => {
    if (!sync.handleUpgrade(request, socket, head)) socket.destroy()
  })
}

const shut = async (): Promise<void> => {
  for (const provider of providers.splice(0)) {
    provider.destroy()
    provider.awareness.destroy()
  }
  await sync.drain()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rondo-sync-'))
  await serve()
  await sync.create(documentId)
})

afterEach(async () => {
  judge = () => null
  await shut()
  await rm(folder, { recursive: true })
})

const stockClient = (cookie: string, doc = new Y.Doc()) => {
  class WithHeaders extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie, origin } })
    }
  }
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, documentId, doc, {
    WebSocketPolyfill: WithHeaders as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  // The stock client prints a line for every message type it does not know.
  provider.messageHandlers[120] = () => {}
  providers.push(provider)
  return { doc, provider, text: doc.getText('body') }
}

type Ending = { readonly status?: number; readonly code?: number; readonly bytes: number }

/** Knocks with any path and headers, and tells how that ended. */
const knock = (path: string, headers: Record<string, string>, say?: string | Uint8Array): Promise<Ending> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers })
    let bytes = 0
    socket.on('message', (data: Buffer) => {
      bytes += data.length
    })
    socket.on('open', () => {
      if (say !== undefined) socket.send(say)
    })
    socket.on('unexpected-response', (_, response) => {
      resolve({ status: response.statusCode ?? 0, bytes })
      socket.terminate()
    })
    socket.on('error', () => {})
    socket.on('close', (code) => resolve({ code, bytes }))
  })

describe('over a real socket', () => {
  it('WIR-1 stock clients see each other’s edits and find them again after a restart', async () => {
    const [ada, bob] = [stockClient('write=ada'), stockClient('write=bob')]
    await vi.waitFor(() => expect(ada.provider.synced && bob.provider.synced).toBe(true))
    ada.text.insert(0, 'hello')
    await vi.waitFor(() => expect(bob.text.toJSON()).toBe('hello'))
    bob.text.insert(5, ' world')
    await vi.waitFor(() => expect(ada.text.toJSON()).toBe('hello world'))
    await shut()
    await serve()
    const carol = stockClient('read=carol')
    await vi.waitFor(() => expect(carol.text.toJSON()).toBe('hello world'))
  })

  it('WIR-1 a stock client brings what it wrote while the server was away', async () => {
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'offline')
    stockClient('write=ada', doc)
    const bob = stockClient('write=bob')
    await vi.waitFor(() => expect(bob.text.toJSON()).toBe('offline'))
  })

  it('ADM-1 nobody comes in from a foreign origin, whatever the cookie', async () => {
    const port = new URL(origin).port
    const foreign = [
      'https://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://sub.127.0.0.1:${port}`,
      `http://127.0.0.1:${Number(port) + 1}`,
      `${origin}/`,
    ]
    for (const from of foreign) {
      expect(await knock(`/sync/${documentId}`, { origin: from, cookie: 'write=ada' })).toEqual({
        status: 403,
        bytes: 0,
      })
    }
    expect(await knock(`/sync/${documentId}`, { cookie: 'write=ada' })).toEqual({ status: 403, bytes: 0 })
  })

  it('ADM-3 hostile names are not found, and nothing is made of them', async () => {
    const names = [
      '',
      '..%2f..%2fetc%2fpasswd',
      'doc%00x',
      'a/b/c',
      `${documentId}/`,
      `${documentId}%20`,
      documentId.replace('-8', '-%38'),
      'ABCDEF00-0000-4000-8000-000000000001',
      'x'.repeat(8_000),
    ]
    for (const name of names) {
      expect(await knock(`/sync/${name}`, { origin, cookie: 'write=ada' })).toEqual({
        code: closeCode.notFound,
        bytes: 0,
      })
    }
    expect(
      await knock('/sync/00000000-0000-4000-8000-0000000000ff', { origin, cookie: 'write=ada' }),
    ).toEqual({
      code: closeCode.notFound,
      bytes: 0,
    })
    expect((await sync.heads()).map((head) => head.documentId)).toEqual([documentId])
  })

  it('ADM-2 without a session the socket is closed with 4401 and no byte', async () => {
    expect(await knock(`/sync/${documentId}`, { origin })).toEqual({ code: closeCode.signedOut, bytes: 0 })
  })

  it('SCN-4 a text frame closes with 4400, an oversize frame with 1009, and others write on', async () => {
    const [ada, bob] = [stockClient('write=ada'), stockClient('write=bob')]
    await vi.waitFor(() => expect(ada.provider.synced && bob.provider.synced).toBe(true))
    const headers = { origin, cookie: 'write=mallory' }
    expect((await knock(`/sync/${documentId}`, headers, 'hello')).code).toBe(closeCode.badFrame)
    expect((await knock(`/sync/${documentId}`, headers, new Uint8Array(3_000_000))).code).toBe(1009)
    ada.text.insert(0, 'undisturbed')
    await vi.waitFor(() => expect(bob.text.toJSON()).toBe('undisturbed'))
  })

  it('LIM-4 a flood by one socket leaves every turn of the event loop to the others, too', async () => {
    const ada = stockClient('write=ada')
    await vi.waitFor(() => expect(ada.provider.synced).toBe(true))
    const turns: number[] = []
    let turn = 0
    let next = setImmediate(function count() {
      turn += 1
      next = setImmediate(count)
    })
    judge = () => {
      turns.push(turn)
      return null
    }
    for (let i = 0; i < 50; i++) ada.text.insert(i, 'x')
    await vi.waitFor(() => expect(turns).toHaveLength(50), { timeout: 15_000 })
    clearImmediate(next)
    expect(new Set(turns).size).toBe(50)
  })

  it('LIM-4 after a frame that took long nothing is read from its sender for longer still', async () => {
    const ada = stockClient('write=ada')
    await vi.waitFor(() => expect(ada.provider.synced).toBe(true))
    const read: { readonly from: number; readonly to: number }[] = []
    judge = () => {
      const from = performance.now()
      const before = process.threadCpuUsage().user
      while (process.threadCpuUsage().user - before < 60_000);
      read.push({ from, to: performance.now() })
      return null
    }
    for (let i = 0; i < 3; i++) ada.text.insert(0, 'x'.repeat(300_000))
    await vi.waitFor(() => expect(read).toHaveLength(3), { timeout: 15_000 })
    const [first, second, third] = read
    expect((second?.from ?? 0) - (first?.to ?? 0)).toBeGreaterThan(150)
    expect((third?.from ?? 0) - (second?.to ?? 0)).toBeGreaterThan(150)
  })

  it('ADM-8 a full server answers 503 before the upgrade', async () => {
    const crowd = Array.from({ length: 8 }, (_, i) => stockClient(`write=p${i}`))
    await vi.waitFor(() => expect(crowd.every(({ provider }) => provider.synced)).toBe(true))
    expect(await knock(`/sync/${documentId}`, { origin, cookie: 'write=late' })).toEqual({
      status: 503,
      bytes: 0,
    })
  })

  it('ADM-5 leaves any other path to others', () => {
    const untouched = sync.handleUpgrade(
      Object.assign(Object.create(null), { url: '/live', headers: {} }),
      Object.create(null),
      Buffer.alloc(0),
    )
    expect(untouched).toBe(false)
  })
})
