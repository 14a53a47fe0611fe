import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { limitConnections } from './connections.ts'

const sockets: Socket[] = []
let server: Server

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.close()
})

const serve = async (trusted: readonly string[]): Promise<number> => {
  server = createServer((_, response) => response.end('ok'))
  limitConnections(server, trusted, { perAddress: 5, together: 100 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Opens connections that never ask for anything. */
const openSilent = async (port: number, count: number, localAddress: string): Promise<void> => {
  const opened = Array.from({ length: count }, () => connect({ port, host: '127.0.0.1', localAddress }))
  sockets.push(...opened)
  for (const socket of opened) socket.on('error', () => {}).resume()
  await Promise.all(
    opened.map((socket) => new Promise((resolve) => socket.on('connect', resolve).on('close', resolve))),
  )
}

/** Waits until the server holds exactly so many. */
const expectHeld = (count: number): Promise<void> =>
  vi.waitFor(async () => {
    const held = await new Promise((resolve) => server.getConnections((_, open) => resolve(open)))
    expect(held).toBe(count)
  })

test('T23 ADM-9 Of silent connections one address keeps a few, and others still get in.', async () => {
  const port = await serve([])
  await openSilent(port, 20, '127.0.0.2')
  await expectHeld(5)
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('ok')
})

test('T23 ADM-9 While no proxy is named, this machine may be one and is not counted.', async () => {
  await openSilent(await serve([]), 20, '127.0.0.1')
  await expectHeld(20)
})

test('T23 ADM-9 Once a proxy is named it is not counted, and this machine is.', async () => {
  const port = await serve(['127.0.0.2'])
  await openSilent(port, 20, '127.0.0.1')
  await expectHeld(5)
  await openSilent(port, 20, '127.0.0.2')
  await expectHeld(25)
})
