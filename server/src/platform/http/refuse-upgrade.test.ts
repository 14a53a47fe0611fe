import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { refuseUpgrade } from './refuse-upgrade.ts'

test('A refused upgrade is answered and leaves no connection behind, also when the other side stays.', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.on('upgrade', (_request, socket) => refuseUpgrade(socket, '403 Forbidden'))
  const { port } = server.address() as AddressInfo
  const guest = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  guest.on('error', () => undefined)
  guest.write('GET / HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  const [answer] = (await once(guest, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/)
  const connections = () =>
    new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)))
  await vi.waitFor(async () => expect(await connections()).toBe(0))
  guest.destroy()
  server.close()
})
