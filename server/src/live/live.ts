import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { LIVE_PATH } from '@rondo/shared/wire/live.ts'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Context } from '../journal/context.ts'
import type { GuestPrincipal, Principal } from '../platform/http/http-app.ts'
import { refuseUpgrade } from '../platform/http/refuse-upgrade.ts'
import { describeError } from '../platform/log/describe-error.ts'
import { attend } from './attend.ts'
import { type LiveLimits, liveLimits } from './limits.ts'
import { framesOf, lineOf, readRequest } from './line.ts'
import { Listener, type Source } from './listener.ts'
import { Tail } from './tail.ts'

export interface LiveOptions {
  context: Context
  /** The only origin from which browsers may connect. */
  publicUrl: string
  /** Whose session the `Cookie` header shows, without counting as a use of it. */
  identify: (cookieHeader: string | undefined) => Promise<Principal | GuestPrincipal | null>
  /** Whether a member may hear of something in a circle at this moment. */
  mayHear: (memberId: MemberId, circleId: CircleId, action: 'read' | 'belong') => Promise<boolean>
  /** How a fact is told at this moment; where it is left out, as it was recorded. */
  asTold?: Source['asTold']
  /** What guests hear of, and whether they are let in still; where it is left out there are none. */
  guests?: Pick<Source, 'isForGuest' | 'isLetIn'>
  limits?: Partial<LiveLimits>
}

export interface Live {
  /** Takes over an HTTP upgrade for `/live`. Answers false, untouched, for any other path. */
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  /** Closes the sockets of sessions that have ended. */
  hangUp: (choose: (principal: Principal | GuestPrincipal) => boolean) => void
  /** Asks about every guest whether they are let in still, and closes the sockets of those who are not. */
  recheckGuests: () => Promise<void>
  /** Refuses newcomers and lets sockets go, spread over `spreadMs`. */
  drain: (spreadMs?: number) => Promise<void>
}

/** Tells facts of the journal to the browsers that may hear them. */
export const createLive = async (options: LiveOptions): Promise<Live> => {
  const { context } = options
  const limits: LiveLimits = { ...liveLimits, ...options.limits }
  const tail = new Tail(context, await context.journal.head(context.db.read))
  const open = new Map<Listener, WebSocket>()
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
  })
  const source = sourceOf(options, tail)

  const admit = async (socket: WebSocket, cookie: string | undefined) => {
    const frames = framesOf(socket)
    const principal = await options.identify(cookie)
    if (principal === null) return socket.close(closeCode.signedOut, 'signed out')
    const own = [...open.keys()].filter((other) => other.principal.memberId === principal.memberId)
    if (own.length >= limits.socketsPerMember) return socket.close(closeCode.tooMany, 'too many')
    const listener = new Listener(principal, lineOf(socket), source, limits)
    open.set(listener, socket)
    const stop = attend(listener, limits, () => options.identify(cookie))
    socket.on('close', () => {
      stop()
      open.delete(listener)
      listener.end(closeCode.restarting, 'closed')
    })
    frames.read((text) => {
      const request = readRequest(text)
      if (request === null) return listener.end(closeCode.badFrame, 'bad frame')
      listener.listen(request.after).catch((error: unknown) => {
        context.log.error(describeError(error), 'a listener failed')
        listener.end(closeCode.internal, 'internal')
      })
    })
  }

  let draining = false
  return {
    handleUpgrade: (request, socket, head) => {
      if (request.url !== LIVE_PATH) return false
      if (request.headers.origin !== options.publicUrl) refuseUpgrade(socket, '403 Forbidden')
      else if (draining) refuseUpgrade(socket, '503 Service Unavailable')
      else
        server.handleUpgrade(request, socket, head, (accepted) => {
          accepted.on('error', () => accepted.terminate())
          admit(accepted, request.headers.cookie).catch((error: unknown) => {
            context.log.error(describeError(error), 'a listener could not be admitted')
            accepted.close(closeCode.internal, 'internal')
          })
        })
      return true
    },
    hangUp: (choose) => {
      for (const listener of open.keys())
        if (choose(listener.principal)) listener.end(closeCode.signedOut, 'signed out')
    },
    recheckGuests: async () => {
      for (const listener of open.keys()) {
        const { principal } = listener
        if (principal.role === 'guest' && !(await source.isLetIn(principal)))
          listener.end(closeCode.revoked, 'no access')
      }
    },
    drain: async (spreadMs = 0) => {
      draining = true
      await tail.stop()
      const listeners = [...open.keys()]
      await Promise.all(
        listeners.map(async (listener, index) => {
          await new Promise((resolve) => setTimeout(resolve, (spreadMs * index) / listeners.length))
          listener.end(closeCode.restarting, 'restarting')
        }),
      )
      for (const socket of open.values()) socket.terminate()
      server.close()
    },
  }
}

const NO_GUESTS = { isForGuest: () => false, isLetIn: async () => false }

const sourceOf = (
  { context, mayHear, asTold = async (fact) => fact, guests = NO_GUESTS }: LiveOptions,
  tail: Tail,
): Source => ({
  now: () => context.clock.now(),
  head: () => context.journal.head(context.db.read),
  readAfter: (seq, limit) => context.journal.readAfter(context.db.read, seq, limit),
  told: () => tail.told,
  join: (listener) => tail.join(listener),
  leave: (listener) => tail.leave(listener),
  mayHear,
  asTold,
  ...guests,
})
