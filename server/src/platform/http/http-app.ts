import { randomUUID } from 'node:crypto'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { Hono } from 'hono'
import type { Logger } from '../../kernel/logger.ts'
import { fault, problem } from './problem.ts'

/** Who a request comes from, as far as transport is concerned; an `Actor` with the session it came by. */
export interface Principal {
  memberId: MemberId
  role: 'owner' | 'member'
  /** The session's name in the database; not the secret in the cookie. */
  sessionId: string
}

export interface HttpEnv {
  Variables: {
    log: Logger
    requestId: string
    /** The path as its contract writes it, for logs. */
    pathTemplate: string
    /** Who asks; looked up when a route wants to know. */
    identify: () => Promise<Principal | null>
    checkOutput: boolean
  }
}

export type HttpApp = Hono<HttpEnv>

export interface HttpOptions {
  log: Logger
  /** Reads the session of a request; null when there is none. */
  identify: (request: Request) => Promise<Principal | null>
  /** Holds every answer against its contract, in development and in tests. */
  checkOutput?: boolean
}

/** An empty app on which features register their routes; faults and unknown addresses become problems. */
export const createHttpApp = ({ log, identify, checkOutput = false }: HttpOptions): HttpApp => {
  const app = new Hono<HttpEnv>()
  app.use(async (c, next) => {
    c.set('log', log)
    c.set('requestId', randomUUID())
    c.set('pathTemplate', '(unknown)')
    c.set('checkOutput', checkOutput)
    let asked: Promise<Principal | null> | undefined
    c.set('identify', () => (asked ??= identify(c.req.raw)))
    await next()
  })
  app.onError((error, c) => fault(c, error))
  app.notFound((c) => problem(c, { code: 'not-found', detail: 'There is nothing at this address.' }))
  return app
}
