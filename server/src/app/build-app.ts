import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import { limitConnections } from '../platform/http/connections.ts'
import { refuseUpgrade } from '../platform/http/refuse-upgrade.ts'
import { type Assembly, assemble } from './assemble.ts'
import type { Config } from './config.ts'
import { httpApp } from './http.ts'

/** How long somebody may take to ask: for the head of a request, and for all of it. A silent one is noticed this often. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }

/** How long requests that are under way may take when the server stops. */
const LAST_REQUESTS_MS = 1_000

export interface App {
  listen: () => Promise<{ address: string }>
  /** Answers `/readyz` with 503, lets everybody go, saves what is under way and stops. */
  close: () => Promise<void>
  /** What the first visitor needs: the one-time code, where the set-up asks for one. */
  firstRun: { code?: string }
}

/** Puts the server together: rooms, addresses, sockets. */
export const buildApp = async (config: Config): Promise<App> => {
  const assembly = await assemble(config)
  await assembly.keeper.start()
  await assembly.errands.start()
  assembly.tidier.start()
  let closing: Promise<void> | undefined
  const app = httpApp(config, assembly, () => closing !== undefined)
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: PATIENCE }) as Server
  limitConnections(server, config.trustedProxies)
  server.on('upgrade', (request, socket, head) => upgrade(assembly, request, socket, head))
  const code = assembly.context.setUpCode
  return {
    listen: () => listen(server, config),
    close: () => {
      closing ??= stop(server, assembly)
      return closing
    },
    firstRun: code === null ? {} : { code },
  }
}

const listen = (server: Server, config: Config): Promise<{ address: string }> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      resolve({ address: config.publicUrl })
    })
  })

/** Each socket path has one owner; whatever else asks for an upgrade is shown the door. */
const upgrade = ({ live, sync }: Assembly, request: IncomingMessage, socket: Duplex, head: Buffer): void => {
  socket.on('error', () => socket.destroy())
  if (live.handleUpgrade(request, socket, head)) return
  if (sync.handleUpgrade(request, socket, head)) return
  refuseUpgrade(socket, '404 Not Found')
}

/**
 * Whoever balances the load asks `/readyz`, so it goes on answering, with 503, while the sockets are let go. Then the door
 * is shut, requests under way get a moment to end, and the databases come last.
 */
const stop = async (server: Server, assembly: Assembly): Promise<void> => {
  await assembly.drain()
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS)
  await stopped
  clearTimeout(impatience)
  await assembly.close()
}
