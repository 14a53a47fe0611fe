import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { LiveFrame } from '@rondo/shared/wire/live.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Audience } from '../journal/journal.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { createLive, type Live } from './live.ts'

const HERE = 'http://localhost:3000'
const circle = '00000000-0000-4000-8000-00000000c1c1' as CircleId
const memberOf = (cookie: string): Principal => ({
  memberId: cookie as MemberId,
  role: 'member',
  sessionId: cookie,
})

let context: Awaited<ReturnType<typeof temporaryContext>>
let live: Live
let server: Server
let url: string
const signedIn = new Set<string>()
const seats = new Set<string>()

beforeEach(async () => {
  context = await temporaryContext()
  signedIn.clear()
  seats.clear()
  for (const who of ['ana', 'bob']) signedIn.add(who)
  live = await createLive({
    context,
    publicUrl: HERE,
    identify: async (cookie = '') => (signedIn.has(cookie) ? memberOf(cookie) : null),
    mayHear: async (memberId) => seats.has(memberId),
    limits: { beatMs: 50, listenMs: 200 },
  })
  server = createServer().on('upgrade', (request, socket, head) => {
    if (!live.handleUpgrade(request, socket, head)) socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live`
})
afterEach(async () => {
  await live.drain()
  server.close()
  await context.close()
})

const connect = (cookie: string, listen: string | null = '{"kind":"listen","after":null}', origin = HERE) => {
  const socket = new WebSocket(url, { headers: { cookie, origin } })
  const frames: LiveFrame[] = []
  let code: number | undefined
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString('utf8')) as LiveFrame))
  socket.on('close', (closed) => (code = closed))
  socket.on('error', () => undefined)
  if (listen !== null) socket.on('open', () => socket.send(listen))
  return {
    socket,
    frames,
    code: () => code,
    heard: () => frames.filter(({ kind }) => kind === 'fact').length,
  }
}
const append = (audience: Audience) => {
  const news = { name: 'circle.changed', payload: { circleId: circle }, audience, by: null } as const
  return transact(context.db, (tx) => context.journal.append(tx, [news]))
}
const listening = async (cookie: string) => {
  const line = connect(cookie)
  await vi.waitFor(() => expect(line.frames[0]?.kind).toBe('hello'))
  return line
}

test('A fact goes over the wire to those who may hear it, with its circle.', async () => {
  seats.add('ana')
  const [ana, bob] = [await listening('ana'), await listening('bob')]
  await append({ circleId: circle })
  await append({ everyone: true })
  await vi.waitFor(() => expect([ana.heard(), bob.heard()]).toEqual([2, 1]))
  expect(ana.frames.find((frame) => frame.kind === 'fact')).toEqual({
    kind: 'fact',
    seq: 1,
    at: context.clock.now(),
    name: 'circle.changed',
    circleId: circle,
    payload: { circleId: circle },
  })
})

test('A browser that comes back names its last number and misses nothing.', async () => {
  const ana = await listening('ana')
  ana.socket.terminate()
  for (let i = 0; i < 3; i += 1) await append({ everyone: true })
  const again = connect('ana', '{"kind":"listen","after":1}')
  await vi.waitFor(() => expect(again.heard()).toBe(2))
})

test.each([
  ['https://evil.example', 403],
  ['null', 403],
  ['http://localhost:3001', 403],
  [`${HERE}.evil.example`, 403],
])('The origin %s is refused before any session is looked at.', async (origin, status) => {
  const { socket } = connect('ana', null, origin)
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
  expect(response.statusCode).toBe(status)
})

test('Without a session the socket is closed with 4401 and hears nothing.', async () => {
  const eve = connect('eve')
  await vi.waitFor(() => expect(eve.code()).toBe(4401))
  expect(eve.frames).toEqual([])
})

test('Signing out closes the sockets of that session within a second; others go on.', async () => {
  const [ana, bob] = [await listening('ana'), await listening('bob')]
  const began = performance.now()
  live.hangUp(({ sessionId }) => sessionId === 'ana')
  await append({ everyone: true })
  await vi.waitFor(() => expect(ana.code()).toBe(4401))
  expect(performance.now() - began).toBeLessThan(1000)
  await vi.waitFor(() => expect(bob.heard()).toBe(1))
  expect(ana.heard()).toBe(0)
})

test('A session that runs out is noticed at the next beat.', async () => {
  const ana = await listening('ana')
  await vi.waitFor(() => expect(ana.frames.some(({ kind }) => kind === 'beat')).toBe(true))
  signedIn.delete('ana')
  await vi.waitFor(() => expect(ana.code()).toBe(4401))
})

test('A lost seat silences the circle at once while the rest goes on.', async () => {
  seats.add('ana')
  const ana = await listening('ana')
  await append({ circleId: circle })
  await vi.waitFor(() => expect(ana.heard()).toBe(1))
  seats.delete('ana')
  await append({ circleId: circle })
  await append({ everyone: true })
  await vi.waitFor(() => expect(ana.heard()).toBe(2))
})

test.each([
  ['not JSON', 4400],
  ['{"kind":"say","text":"hi"}', 4400],
  ['{"kind":"listen","after":-1}', 4400],
  ['{"kind":"listen","after":null,"as":"bob"}', 4400],
  [null, 4400],
  [' '.repeat(2000), 1009],
])('A client that sends %s is closed with %i.', async (frame, code) => {
  const line = connect('ana', frame)
  await vi.waitFor(() => expect(line.code()).toBe(code))
})

test('More than twenty sockets of one member are too many.', async () => {
  const lines = await Promise.all(Array.from({ length: 20 }, () => listening('ana')))
  const one = connect('ana')
  await vi.waitFor(() => expect(one.code()).toBe(4529))
  expect(lines.every((line) => line.code() === undefined)).toBe(true)
})

test('While draining newcomers are turned away and everybody is asked to come again.', async () => {
  const ana = await listening('ana')
  await live.drain()
  await vi.waitFor(() => expect(ana.code()).toBe(4503))
  const { socket } = connect('bob', null)
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
  expect(response.statusCode).toBe(503)
})
