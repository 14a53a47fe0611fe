import { setTimeout as wait } from 'node:timers/promises'
import { isWriteFrame, messageType, syncType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame } from '@rondo/shared/wire/server-frame.ts'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Journal } from './journal.ts'

/** Where a writer writes, and as whom. */
export type Desk = { readonly origin: string; readonly documentId: string; readonly cookie: string }

/**
 * Somebody who writes tokens into a page, one paragraph each, and notes which of them the server confirmed. The document
 * outlives connections, as a tab's does while its server is down.
 */
export class Writer {
  readonly #name: string
  readonly #journal: Journal
  readonly #doc = new Y.Doc()
  #provider: WebsocketProvider | null = null
  #typing: NodeJS.Timeout | undefined
  #made = 0
  /** Written, and not yet in any frame of this connection; then: which tokens went out in which frame. */
  #open: string[] = []
  #frames: string[][] = []

  constructor(name: string, journal: Journal) {
    this.#name = name
    this.#journal = journal
  }

  get text(): string {
    return this.#doc.getXmlFragment('body').toJSON()
  }

  /** Connects, and resolves when the document holds what the server has. */
  async connect(desk: Desk, isPatient = false): Promise<void> {
    await openPatiently(
      () => {
        this.#frames = []
        this.#provider = connect(this.#doc, desk, {
          onWrite: (frame) => this.#sent(frame),
          onAcknowledged: (count) => this.#confirmed(count),
        })
        return this.#provider
      },
      isPatient ? knocks : 1,
    )
  }

  /** Writes a token every so often. */
  typeEvery(ms: number): void {
    this.#typing = setInterval(() => this.#type(), ms)
  }

  rest(): void {
    clearInterval(this.#typing)
  }

  disconnect(): void {
    this.rest()
    if (this.#provider !== null) leave(this.#provider)
    this.#provider = null
  }

  /** Whether everything it wrote is confirmed. */
  get isDone(): boolean {
    return this.#open.length === 0
  }

  #type(): void {
    const token = `${this.#name}-${this.#made}`
    this.#made += 1
    this.#journal.wrote(token)
    this.#open.push(token)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(token)])
    const body = this.#doc.getXmlFragment('body')
    body.insert(body.length, [paragraph])
  }

  #sent(frame: Uint8Array): void {
    const whole = frame[1] === syncType.answer
    const last = this.#open.at(-1)
    this.#frames.push(whole || last === undefined ? [...this.#open] : [last])
  }

  #confirmed(count: number): void {
    for (const token of this.#frames.slice(0, count).flat()) {
      this.#journal.acknowledged(token)
    }
    const confirmed = new Set(this.#frames.slice(0, count).flat())
    this.#open = this.#open.filter((token) => !confirmed.has(token))
  }
}

type Hooks = { onWrite(frame: Uint8Array): void; onAcknowledged(count: number): void }

/** Opens a document as a stock client does, whose harness says when to connect again. */
export const connect = (
  doc: Y.Doc,
  { origin, documentId, cookie }: Desk,
  hooks: Hooks,
): WebsocketProvider => {
  class Counting extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie, origin } })
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      if (data instanceof Uint8Array && isWriteFrame(data)) hooks.onWrite(data)
    }
  }
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, documentId, doc, {
    WebSocketPolyfill: Counting as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    // A dead server is the point here: the harness says when to connect again.
    shouldReconnect: () => false,
  })
  provider.messageHandlers[messageType.server] = (_encoder, decoder) => {
    const frame = decodeServerFrame(decoder.arr)
    if (frame?.kind === 'ack') hooks.onAcknowledged(frame.count)
  }
  return provider
}

/** Nothing was decided: another try may do. */
class BrokenLine extends Error {}

/** The provider leaves its presence ticking behind, which would keep the process alive. */
export const leave = (provider: WebsocketProvider): void => {
  provider.destroy()
  provider.awareness.destroy()
}

/** Resolves when the document holds what the server has. */
const synced = (provider: WebsocketProvider): Promise<void> =>
  new Promise((resolve, reject) => {
    provider.once('sync', () => resolve())
    provider.once('closed', ({ code, reason }: { code: number; reason: string }) =>
      reject(new Error(`The server closed the document with ${code} ${reason}.`)),
    )
    provider.once('connection-close', () => reject(new BrokenLine('The line broke.')))
  })

/** How often somebody knocks whom a crowded server asks to come again, and how long is waited between. */
const knocks = 60
const knockMs = 250

/** Opens a document, and comes again where the line breaks before it is there. @throws when the server decided against it */
export const openPatiently = async (
  open: () => WebsocketProvider,
  atMost = knocks,
): Promise<WebsocketProvider> => {
  for (let knock = 1; ; knock++) {
    const provider = open()
    try {
      await synced(provider)
      return provider
    } catch (error) {
      leave(provider)
      if (knock >= atMost || !(error instanceof BrokenLine)) throw error
      await wait(knockMs * (0.5 + Math.random()))
    }
  }
}

/** What the server has, read by somebody who brings nothing along. */
export const readFresh = async (desk: Desk): Promise<string> => {
  const doc = new Y.Doc()
  const provider = await openPatiently(() =>
    connect(doc, desk, { onWrite: () => {}, onAcknowledged: () => {} }),
  )
  const text = doc.getXmlFragment('body').toJSON()
  leave(provider)
  doc.destroy()
  return text
}
