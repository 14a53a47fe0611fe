import { once } from 'node:events'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import WebSocket from 'ws'

/** What became of a socket: refused over HTTP, or closed with a code after so many bytes of a document. */
export type Fate =
  | { readonly refused: number; readonly body: string }
  | { readonly code: number; readonly documentBytes: number }

const SYNC = 0

/** A socket that sends whatever it is told, right or wrong. */
export class RawSocket {
  readonly #socket: WebSocket
  readonly #fate: Promise<Fate>
  #documentBytes = 0
  readonly #heard: Uint8Array[] = []

  constructor(address: string, headers: Record<string, string>) {
    const socket = new WebSocket(address, { headers })
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)))
    this.#fate = new Promise((resolve, reject) => {
      socket.on('unexpected-response', (_request, response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString()
        })
        response.on('end', () => resolve({ refused: response.statusCode ?? 0, body }))
      })
      socket.on('close', (code) => resolve({ code, documentBytes: this.#documentBytes }))
      socket.on('error', reject)
    })
    // A refusal that nobody asks about is none of the test's business.
    this.#fate.catch(() => {})
  }

  /** How it ends; waits until it does. */
  get fate(): Promise<Fate> {
    return this.#fate
  }

  get heard(): readonly Uint8Array[] {
    return this.#heard
  }

  async opened(): Promise<this> {
    if (this.#socket.readyState !== WebSocket.OPEN) await once(this.#socket, 'open')
    return this
  }

  send(data: Uint8Array | string): void {
    this.#socket.send(data)
  }

  /** Resolves with the first message, heard already or yet to come, that says yes. */
  async hears(isIt: (frame: Uint8Array) => boolean): Promise<Uint8Array> {
    for (;;) {
      const found = this.#heard.find(isIt)
      if (found) return found
      await once(this.#socket, 'message')
    }
  }

  close(): void {
    this.#socket.close()
  }

  #hear(frame: Uint8Array): void {
    this.#heard.push(frame)
    if (frame[0] === SYNC) this.#documentBytes += frame.byteLength
  }
}

/** Knocks at a document's door, by default as our own pages would in somebody's name. */
export const knock = (
  visitor: { readonly origin: string; readonly cookie: string },
  room: string,
  { origin = visitor.origin, cookie = visitor.cookie }: { origin?: string | null; cookie?: string } = {},
): RawSocket =>
  new RawSocket(`${visitor.origin.replace('http', 'ws')}/sync/${room}`, {
    ...(origin === null ? {} : { origin }),
    ...(cookie === '' ? {} : { cookie }),
  })

/** An update as y-protocols frames it: as a change that just happened, or as an answer. */
export const syncFrame = (step: 'answer' | 'update', update: Uint8Array): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, SYNC)
  writeVarUint(encoder, step === 'answer' ? 1 : 2)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}
