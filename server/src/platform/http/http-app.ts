import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { GuestActor } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { RefusalCode } from '@rondo/shared/kernel/refusal.ts'
import { Hono, type MiddlewareHandler } from 'hono'
import type { Logger } from '../../kernel/logger.ts'
import { clientAddress } from './client-address.ts'
import { fault, problem } from './problem.ts'
import { proxiesOf } from './proxies.ts'
import { requestLog } from './request-log.ts'
import { sameOrigin } from './same-origin.ts'
import { secureHeaders } from './secure-headers.ts'

/** Who a request comes from, as far as transport is concerned; an `Actor` with the session it came by. */
export interface Principal {
  memberId: MemberId
  role: 'owner' | 'member'
  /** The session's name in the database; not the secret in the cookie. */
  sessionId: string
}

/** A guest, with the session of their one meeting. */
export interface GuestPrincipal extends GuestActor {
  sessionId: string
}

export interface HttpEnv {
  /** Absent where a test asks without a socket. */
  Bindings: { incoming?: IncomingMessage }
  Variables: {
    log: Logger
    requestId: string
    /** The path as its contract writes it, for logs. */
    pathTemplate: string
    /** Who asks; looked up when a route wants to know. */
    identify: () => Promise<Principal | null>
    /** The guest who asks; only routes of the room want to know, and only where no member asks. */
    identifyGuest: () => Promise<GuestPrincipal | null>
    checkOutput: boolean
    /** Why it was refused, for logs. */
    refusal?: { code: RefusalCode; reason: string | undefined }
    /** Where the request comes from, for throttling. */
    address: string
  }
}

export type HttpApp = Hono<HttpEnv>

export interface HttpOptions {
  log: Logger
  /** Where browsers find us; whatever changes something must come from there. */
  publicUrl: string
  trustedProxies?: readonly string[]
  /** Reads the session of a request; null when there is none. */
  identify: (request: Request) => Promise<Principal | null>
  /** Reads the session of a guest; there are none where it is left out. */
  identifyGuest?: (request: Request) => Promise<GuestPrincipal | null>
  /** Holds every answer against its contract, in development and in tests. */
  checkOutput?: boolean
}

/** An empty app on which features register their routes; faults and unknown addresses become problems. */
export const createHttpApp = (options: HttpOptions): HttpApp => {
  const app = new Hono<HttpEnv>()
  app.use(remember(options), requestLog, secureHeaders(options.publicUrl), sameOrigin(options.publicUrl))
  app.onError((error, c) => fault(c, error))
  app.notFound((c) => problem(c, { code: 'not-found', detail: 'There is nothing at this address.' }))
  return app
}

const remember = ({
  log,
  identify,
  identifyGuest = async () => null,
  checkOutput = false,
  trustedProxies = [],
}: HttpOptions): MiddlewareHandler<HttpEnv> => {
  const proxies = proxiesOf(trustedProxies)
  return async (c, next) => {
    c.set('log', log)
    c.set('requestId', randomUUID())
    c.set('pathTemplate', '(unknown)')
    c.set('checkOutput', checkOutput)
    const environment: HttpEnv['Bindings'] | undefined = c.env
    const peer = environment?.incoming?.socket.remoteAddress
    c.set('address', clientAddress(peer, c.req.header('x-forwarded-for'), proxies))
    let asked: Promise<Principal | null> | undefined
    c.set('identify', () => (asked ??= identify(c.req.raw)))
    c.set('identifyGuest', () => identifyGuest(c.req.raw))
    await next()
  }
}
