import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Peer, Seat } from './peer.ts'

/** When each character of each writer was sent, by its Yjs client id and clock. Milliseconds of this process's clock. */
export type SentAt = Map<number, Map<number, number>>

/** A connection that counts what it hears; only writers keep a document, so that the load costs little itself. */
export class LoadClient {
  readonly #peer: Peer
  readonly #seat: Seat
  readonly #socket: WebSocket
  readonly #sentAt: SentAt
  readonly latencies: number[] = []
  /** Characters of others that arrived. */
  deliveries = 0
  #text: Y.XmlText | undefined
  #doc: Y.Doc | undefined

  constructor(peer: Peer, seat: Seat, sentAt: SentAt) {
    this.#peer = peer
    this.#seat = seat
    this.#sentAt = sentAt
    this.#socket = new WebSocket(seat.url, { headers: seat.headers, perMessageDeflate: false })
    this.#socket.binaryType = 'nodebuffer'
  }

  /** Opens, asks for the state, and answers it; a peer that keeps nothing has none. */
  async open(): Promise<Uint8Array | undefined> {
    await once(this.#socket, 'open')
    const state = this.#peer.keeps ? this.#nextState() : undefined
    for (const frame of this.#peer.dialect.greet(this.#seat.document)) this.#socket.send(frame)
    const received = await state
    this.#socket.on('message', (data: Buffer) => this.#hear(data))
    return received
  }

  #nextState(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const hear = (data: Buffer): void => {
        const heard = this.#peer.dialect.hear(data)
        if (heard.kind !== 'state') return
        this.#socket.off('message', hear)
        resolve(heard.update)
      }
      this.#socket.on('message', hear)
      this.#socket.once('close', (code: number) =>
        reject(new Error(`${this.#peer.name} closed with ${code}`)),
      )
    })
  }

  #hear(data: Buffer): void {
    const heard = this.#peer.dialect.hear(data)
    if (heard.kind !== 'update') return
    const now = performance.now()
    const { from, to } = Y.parseUpdateMeta(heard.update)
    for (const [client, end] of to) {
      const sent = this.#sentAt.get(client)
      if (sent === undefined) continue
      for (let clock = from.get(client) ?? 0; clock < end; clock += 1) {
        const at = sent.get(clock)
        if (at === undefined) continue
        this.deliveries += 1
        this.latencies.push(now - at)
      }
    }
  }

  /** Makes this client a writer: a paragraph of its own at the end of the page. */
  beginWriting(state: Uint8Array | undefined): void {
    const doc = new Y.Doc()
    this.#doc = doc
    if (state !== undefined) Y.applyUpdate(doc, state)
    doc.on('update', (update: Uint8Array) =>
      this.#socket.send(this.#peer.dialect.update(this.#seat.document, update)),
    )
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    paragraph.insert(0, [text])
    doc.getXmlFragment('body').push([paragraph])
    this.#text = text
    this.#sentAt.set(doc.clientID, new Map())
  }

  /** Types one character. */
  type(): void {
    const [doc, text] = [this.#doc, this.#text]
    if (doc === undefined || text === undefined) return
    const clock = Y.getState(doc.store, doc.clientID)
    this.#sentAt.get(doc.clientID)?.set(clock, performance.now())
    text.insert(text.length, 'x')
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return
    const closed = once(this.#socket, 'close')
    this.#socket.close()
    await closed
  }
}
