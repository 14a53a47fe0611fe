import type { Server, Socket } from 'node:net'
import { clientAddress } from './client-address.ts'
import { type Proxies, proxiesOf } from './proxies.ts'

/** Connections of one address, and of all together: browsers need a handful each, and every one costs memory before it asks. */
const MOST = { perAddress: 400, together: 12_000 } as const

const loopback = new Set(['127.0.0.1', '0:0:0:0::/64'])

/**
 * Bounds how many connections a server holds, whether or not they ever ask for anything. A proxy speaks for many, so it
 * is not counted; nor is this machine while no proxy is named, for then an unnamed one may be all that is seen.
 */
export const limitConnections = (
  server: Server,
  trustedProxies: readonly string[],
  most: { perAddress: number; together: number } = MOST,
): void => {
  const proxies = proxiesOf(trustedProxies)
  const open = new Map<string, number>()
  server.maxConnections = most.together
  server.on('connection', (socket) => {
    const address = addressOf(socket, proxies)
    if (address === null) return
    const count = (open.get(address) ?? 0) + 1
    if (count > most.perAddress) return socket.destroy()
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}

const addressOf = ({ remoteAddress }: Socket, proxies: Proxies): string | null => {
  if (remoteAddress === undefined || proxies.has(remoteAddress)) return null
  const address = clientAddress(remoteAddress, undefined, proxies)
  return proxies.isEmpty && loopback.has(address) ? null : address
}
