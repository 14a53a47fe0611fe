import { isWriteFrame, messageType } from '@rondo/shared/wire/message-type.ts'
import { encodeServerFrame, type ServerFrame, type WireMode } from '@rondo/shared/wire/server-frame.ts'
import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import type * as Y from 'yjs'

/** The server's side of one connection, as far as a client can tell. */
export class FakeLine extends EventTarget {
  static readonly OPEN = 1
  static readonly all: FakeLine[] = []
  readonly OPEN = 1
  readonly url: string
  readyState = 0
  binaryType = ''
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  readonly sent: Uint8Array[] = []

  constructor(url: string | URL) {
    super()
    this.url = String(url)
    FakeLine.all.push(this)
  }

  send(data: Uint8Array): void {
    this.sent.push(data)
  }

  close(): void {
    this.readyState = 3
  }

  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
    this.onopen?.()
  }

  say(frame: Uint8Array): void {
    this.dispatchEvent(new Event('message'))
    this.onmessage?.({ data: frame.slice().buffer })
  }

  tell(frame: ServerFrame): void {
    this.say(encodeServerFrame(frame))
  }

  end(code: number, reason = ''): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }

  mode(mode: WireMode, generation = 1, maxSchema = 1): void {
    this.tell({ kind: 'mode', mode, generation, minSchema: 1, maxSchema })
  }

  /** Joins as the server does: mode, its question, and the answer to the client's. */
  join(doc: Y.Doc, generation = 1): void {
    this.mode('write', generation)
    this.ask(doc)
    for (const frame of this.sent)
      if (frame[0] === messageType.sync && frame[1] === 0) this.answer(doc, frame)
  }

  ask(doc: Y.Doc): void {
    const question = createEncoder()
    writeVarUint(question, messageType.sync)
    writeSyncStep1(question, doc)
    this.say(toUint8Array(question))
  }

  answer(doc: Y.Doc, frame: Uint8Array): void {
    const decoder = createDecoder(frame)
    readVarUint(decoder)
    const reply = createEncoder()
    writeVarUint(reply, messageType.sync)
    readSyncMessage(decoder, reply, doc, 'test')
    this.say(toUint8Array(reply))
  }

  /** Takes everything that was written so far into a document, as a server that has stored it. */
  take(doc: Y.Doc, from = 0): number {
    const frames = this.sent.filter(isWriteFrame)
    for (const frame of frames.slice(from)) {
      const decoder = createDecoder(frame)
      readVarUint(decoder)
      readSyncMessage(decoder, createEncoder(), doc, 'test')
    }
    return frames.length
  }

  ack(): void {
    this.tell({ kind: 'ack', count: this.writes, seq: 1 })
  }

  get writes(): number {
    return this.sent.filter(isWriteFrame).length
  }
}

/** The same as a class that a provider takes. */
export const fakeSocket = FakeLine as unknown as typeof WebSocket

/** The connection that was made last. */
export const lastLine = (): FakeLine => {
  const line = FakeLine.all.at(-1)
  if (line === undefined) throw new Error('Nobody has connected.')
  return line
}
