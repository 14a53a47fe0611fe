/** The HTTP side of the door: path, origin, capacity; then the WebSocket and its life signs. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { isWriteFrame } from '@rondo/shared/wire/message-type.ts'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { refuseUpgrade } from '../platform/http/refuse-upgrade.ts'
import type { Admission } from './admission.ts'
import { type Clock, every } from './clock.ts'
import { Crowd } from './crowd.ts'
import { FairShare } from './fair-share.ts'
import { Reading } from './reading.ts'
import type { Session } from './session.ts'
import { NetworkSocket } from './web-socket.ts'
import { WriteBudget } from './write-budget.ts'

const prefix = '/sync/'
const documentPath = /^\/sync\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** What the door needs. */
export type UpgradeContext = {
  readonly admission: Admission
  readonly allowedOrigins: readonly string[]
  readonly clock: Clock
  readonly limits: WireLimits
  /** Peers and ranges whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[]
  readonly isDraining: () => boolean
}

const bytesOf = (data: RawData): Uint8Array => {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** Opens WebSockets on `/sync/…`. */
export class Upgrade {
  readonly #context: UpgradeContext
  readonly #server: WebSocketServer
  readonly #share: FairShare
  readonly #budget: WriteBudget
  readonly #crowd: Crowd
  readonly #readings = new Set<Reading>()

  constructor(context: UpgradeContext) {
    this.#context = context
    const { clock, limits, trustedProxies = [] } = context
    this.#share = new FairShare(clock)
    this.#budget = new WriteBudget(clock, limits)
    this.#crowd = new Crowd(clock, limits, trustedProxies)
    every(clock, limits.messageMs / 4, () => {
      for (const reading of this.#readings) reading.check()
    })
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      // One message of a socket in each turn of the event loop: a flood by one waits in line with everybody else.
      allowSynchronousEvents: false,
      maxPayload: limits.frameBytes,
      maxFragments: 64,
      maxBufferedChunks: 1024,
    })
  }

  /** Takes the upgrade over, or answers false and leaves it alone. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (!path.startsWith(prefix)) return false
    const { allowedOrigins, admission, limits, isDraining } = this.#context
    if (!allowedOrigins.includes(request.headers.origin ?? '')) refuseUpgrade(socket, '403 Forbidden')
    else if (isDraining() || admission.size >= limits.sockets || !this.#crowd.hasRoomFor(request)) {
      refuseUpgrade(socket, '503 Service Unavailable', 'Retry-After: 5\r\n')
    } else {
      this.#server.handleUpgrade(request, socket, head, (ws) =>
        this.#open(ws, request, documentPath.exec(path)?.[1]),
      )
    }
    return true
  }

  #open(ws: WebSocket, request: IncomingMessage, documentId: string | undefined): void {
    const leave = this.#crowd.add(request)
    ws.on('error', () => {})
    ws.on('close', leave)
    if (documentId === undefined)
      new NetworkSocket(ws, request.socket, this.#context.clock).close(closeCode.notFound, 'not found')
    else this.#serve(ws, request, documentId)
  }

  #serve(ws: WebSocket, request: IncomingMessage, documentId: string): void {
    const { admission, clock, limits } = this.#context
    const reading = new Reading(ws, clock, limits)
    this.#readings.add(reading)
    const socket = new NetworkSocket(ws, request.socket, clock)
    const session = admission.receive(socket, documentId, request.headers.cookie)
    ws.on('message', (data, isBinary) => {
      reading.note()
      if (!isBinary) return session.receiveText()
      const pauseMs = this.#hear(session, bytesOf(data))
      if (pauseMs > 0) reading.hold(pauseMs)
    })
    ws.on('close', () => {
      this.#readings.delete(reading)
      reading.end()
      session.end()
    })
  }

  /** Hands a message on and answers for how long nothing more should be read from its sender. */
  #hear(session: Session, bytes: Uint8Array): number {
    const accountId = session.grant?.account.id
    if (accountId === undefined) {
      session.receive(bytes)
      return 0
    }
    const pauseMs = this.#share.spend(accountId, bytes.length, () => session.receive(bytes))
    return isWriteFrame(bytes) ? Math.max(pauseMs, this.#budget.spend(accountId, bytes.length)) : pauseMs
  }
}
