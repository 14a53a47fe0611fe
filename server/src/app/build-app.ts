import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Config } from './config.ts'

export interface App {
  listen(): Promise<{ address: string }>
  close(): Promise<void>
  firstRun: { code?: string }
}

/** Puts the server together. */
export async function buildApp(config: Config): Promise<App> {
  const hono = new Hono().get('/healthz', (c) => c.text('ok'))
  let server: ReturnType<typeof serve> | undefined
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server = serve({ fetch: hono.fetch, hostname: config.host, port: config.port }, () =>
          resolve({ address: config.publicUrl }),
        )
        server.once('error', reject)
      }),
    close: () => new Promise((resolve) => (server === undefined ? resolve() : server.close(() => resolve()))),
    firstRun: {},
  }
}
