import { isWriteFrame, messageType, syncType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame, type ServerFrame } from '@rondo/shared/wire/server-frame.ts'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Socket } from '../outbox.ts'
import { answerFrame, askFrame, presenceFrame, updateFrame } from '../protocol.ts'
import type { Session } from '../session.ts'

/** Opens the server's side of a connection. */
export type Connect = (socket: Socket, cookie: string | undefined) => Session

/** What happens to a peer's write frames, for whoever keeps a diary. */
export type WriteEvent =
  | { readonly kind: 'opened' }
  | { readonly kind: 'sent'; readonly step: 'answer' | 'update' }
  | { readonly kind: 'acked' | 'rejected'; readonly count: number }

type Line = {
  readonly session: Session
  readonly toServer: Uint8Array[]
  readonly toClient: Uint8Array[]
  sent: number
}

/**
 * A y-websocket client without a network: what both sides say lies in two arrays until the test moves it.
 */
export class Peer {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly cookie: string | undefined
  /** Frames of type 120, oldest first, of all connections. */
  readonly heard: ServerFrame[] = []
  /** How the connections ended. */
  readonly closes: { readonly code: number; readonly reason: string }[] = []
  /** Frames of type 0 and 1 that arrived. */
  readonly received: Uint8Array[] = []
  synced = false
  acked = 0
  buffered = 0
  /** Hears of every write frame. */
  onWrite: (event: WriteEvent) => void = () => {}
  #line: Line | null = null

  constructor(cookie: string | undefined, doc = new Y.Doc()) {
    this.cookie = cookie
    this.doc = doc
    this.awareness = new Awareness(doc)
    clearInterval(this.awareness._checkInterval)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send(updateFrame(update))
    })
  }

  get isConnected(): boolean {
    return this.#line !== null
  }

  /** Write frames sent on this connection. */
  get sent(): number {
    return this.#line?.sent ?? 0
  }

  get text(): string {
    return this.doc.getText('body').toJSON()
  }

  type(text: string, at = this.text.length): void {
    this.doc.getText('body').insert(at, text)
  }

  connect(connect: Connect): void {
    const toClient: Uint8Array[] = []
    const socket: Socket = {
      send: (frame) => void toClient.push(frame),
      together: (send) => send(),
      close: (code, reason) => {
        this.closes.push({ code, reason })
        if (this.#line?.toClient === toClient || this.#line === null) this.#line = null
      },
      bufferedAmount: 0,
    }
    Object.defineProperty(socket, 'bufferedAmount', { get: () => this.buffered })
    this.acked = 0
    this.synced = false
    const closesBefore = this.closes.length
    const session = connect(socket, this.cookie)
    if (this.closes.length > closesBefore) return
    this.#line = { session, toServer: [], toClient, sent: 0 }
    this.onWrite({ kind: 'opened' })
    this.#send(askFrame(Y.encodeStateVector(this.doc)))
  }

  /** The network breaks: what is under way is lost. */
  disconnect(): void {
    const line = this.#line
    this.#line = null
    this.synced = false
    line?.session.end()
  }

  /** The server is gone, without a word to anybody. */
  lose(): void {
    this.#line = null
    this.synced = false
  }

  /** Sends any bytes. */
  sendRaw(frame: Uint8Array): void {
    this.#send(frame)
  }

  /** Says something about itself, or about others. */
  sayPresence(clients: readonly number[] = [this.doc.clientID]): void {
    this.#send(presenceFrame(encodeAwarenessUpdate(this.awareness, [...clients])))
  }

  /** Moves one frame to the server. Answers whether there was one. */
  flushOne(): boolean {
    const line = this.#line
    const frame = line?.toServer.shift()
    if (frame === undefined) return false
    line?.session.receive(frame)
    return true
  }

  /** Reads one frame from the server. Answers whether there was one. */
  readOne(): boolean {
    const frame = this.#line?.toClient.shift()
    if (frame === undefined) return false
    this.#read(frame)
    return true
  }

  /** Moves everything in both directions. Answers whether anything moved. */
  pump(): boolean {
    let moved = false
    while (this.flushOne() || this.readOne()) moved = true
    return moved
  }

  #send(frame: Uint8Array): void {
    if (this.#line === null) return
    if (isWriteFrame(frame)) {
      this.#line.sent += 1
      this.onWrite({ kind: 'sent', step: frame[1] === syncType.answer ? 'answer' : 'update' })
    }
    this.#line.toServer.push(frame)
  }

  #read(frame: Uint8Array): void {
    const decoder = createDecoder(frame)
    const type = readVarUint(decoder)
    if (type === messageType.server) {
      const said = decodeServerFrame(frame)
      if (said !== null) this.heard.push(said)
      if (said?.kind === 'ack') this.acked = said.count
      if (said?.kind === 'ack') this.onWrite({ kind: 'acked', count: said.count })
      if (said?.kind === 'reject') this.onWrite({ kind: 'rejected', count: said.count })
      return
    }
    this.received.push(frame)
    if (type === messageType.presence) {
      applyAwarenessUpdate(this.awareness, readVarUint8Array(decoder), this)
      return
    }
    const step = readVarUint(decoder)
    const payload = readVarUint8Array(decoder)
    if (step === syncType.ask) this.#send(answerFrame(Y.encodeStateAsUpdate(this.doc, payload)))
    else Y.applyUpdate(this.doc, payload, this)
    if (step === syncType.answer) this.synced = true
  }
}
