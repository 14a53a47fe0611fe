/** The HTTP side of the door: path, origin, capacity; then the WebSocket and its life signs. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { refuseUpgrade } from '../platform/http/refuse-upgrade.ts'
import type { Admission } from './admission.ts'
import { type Clock, every } from './clock.ts'
import { FairShare } from './fair-share.ts'
import type { Session } from './session.ts'
import { webSocket } from './web-socket.ts'

const prefix = '/sync/'
const documentPath = /^\/sync\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** What the door needs. */
export type UpgradeContext = {
  readonly admission: Admission
  readonly allowedOrigins: readonly string[]
  readonly clock: Clock
  readonly limits: WireLimits
  readonly isDraining: () => boolean
}

const bytesOf = (data: RawData): Uint8Array => {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** Whoever does not answer a ping until the next one is dead. */
const watchLife = (ws: WebSocket, clock: Clock, pingMs: number): (() => void) => {
  let alive = true
  ws.on('pong', () => {
    alive = true
  })
  return every(clock, pingMs, () => {
    if (!alive) return ws.terminate()
    alive = false
    ws.ping()
  })
}

/** Opens WebSockets on `/sync/…`. */
export class Upgrade {
  readonly #context: UpgradeContext
  readonly #server: WebSocketServer
  readonly #share: FairShare
  readonly #perAddress = new Map<string, number>()

  constructor(context: UpgradeContext) {
    this.#context = context
    this.#share = new FairShare(context.clock)
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      // One message of a socket in each turn of the event loop: a flood by one waits in line with everybody else.
      allowSynchronousEvents: false,
      maxPayload: context.limits.frameBytes,
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
    else if (isDraining() || admission.size >= limits.sockets || this.#isCrowded(request)) {
      refuseUpgrade(socket, '503 Service Unavailable', 'Retry-After: 5\r\n')
    } else {
      this.#server.handleUpgrade(request, socket, head, (ws) =>
        this.#open(ws, request, documentPath.exec(path)?.[1]),
      )
    }
    return true
  }

  #open(ws: WebSocket, request: IncomingMessage, documentId: string | undefined): void {
    ws.on('error', () => {})
    if (documentId === undefined) ws.close(closeCode.notFound, 'not found')
    else this.#serve(ws, request, documentId)
  }

  #serve(ws: WebSocket, request: IncomingMessage, documentId: string): void {
    const session = this.#connect(ws, request, documentId)
    const stopWatching = watchLife(ws, this.#context.clock, this.#context.limits.pingMs)
    const forget = this.#count(request)
    ws.on('close', () => {
      stopWatching()
      forget()
      session.end()
    })
  }

  #connect(ws: WebSocket, request: IncomingMessage, documentId: string): Session {
    const { admission, clock } = this.#context
    const session = admission.receive(
      webSocket(ws, request.socket, clock),
      documentId,
      request.headers.cookie,
    )
    ws.on('message', (data, isBinary) => {
      if (!isBinary) return session.receiveText()
      const bytes = bytesOf(data)
      const account = session.grant?.account.id ?? ''
      const pauseMs = this.#share.spend(account, bytes.length, () => session.receive(bytes))
      if (pauseMs === 0) return
      ws.pause()
      clock.after(pauseMs, () => ws.resume())
    })
    return session
  }

  #addressOf(request: IncomingMessage): string | null {
    const address = request.socket.remoteAddress ?? null
    return address === null || loopback.has(address) ? null : address
  }

  #isCrowded(request: IncomingMessage): boolean {
    const address = this.#addressOf(request)
    return address !== null && (this.#perAddress.get(address) ?? 0) >= this.#context.limits.socketsPerAddress
  }

  #count(request: IncomingMessage): () => void {
    const address = this.#addressOf(request)
    if (address === null) return () => {}
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1)
    return () => {
      const left = (this.#perAddress.get(address) ?? 1) - 1
      if (left > 0) this.#perAddress.set(address, left)
      else this.#perAddress.delete(address)
    }
  }
}
