/**
 * The sending side of a WebSocket: frames go straight to the network socket.
 *
 * A frame for fifty people is made once and written fifty times. A WebSocket library would make its head, queue it and
 * write head and payload apart, for each of them: most of what a fan-out costs. Nothing is compressed and nothing is
 * sent in parts here, so what the library writes itself (pings, the end) never comes between.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Clock } from './clock.ts'
import type { Socket } from './outbox.ts'

const closingMs = 2_000
const binaryFinal = 0x82

/** Writes the head of a binary message that is whole and not masked (RFC 6455, 5.2); answers how long it is. */
const writeHead = (into: Buffer, length: number): number => {
  into[0] = binaryFinal
  if (length < 126) {
    into[1] = length
    return 2
  }
  if (length < 65_536) {
    into[1] = 126
    into.writeUInt16BE(length, 2)
    return 4
  }
  into[1] = 127
  into.writeUInt32BE(0, 2)
  into.writeUInt32BE(length, 6)
  return 10
}

/** The same alone. */
export const headOf = (length: number): Buffer => {
  const head = Buffer.alloc(10)
  return head.subarray(0, writeHead(head, length))
}

/** Above this, copying a payload behind its head costs more than a second write. */
const copiedBytes = 16 * 1024

const whole = (frame: Uint8Array): Buffer => {
  const message = Buffer.allocUnsafe(10 + frame.length)
  const head = writeHead(message, frame.length)
  message.set(frame, head)
  return message.subarray(0, head + frame.length)
}

const prepared = new WeakMap<Uint8Array, readonly Buffer[]>()

/** A frame as it is written; made once for all whom it goes to. */
const partsOf = (frame: Uint8Array): readonly Buffer[] => {
  const known = prepared.get(frame)
  if (known !== undefined) return known
  const payload = Buffer.from(frame.buffer, frame.byteOffset, frame.length)
  const parts = frame.length > copiedBytes ? [headOf(frame.length), payload] : [whole(frame)]
  prepared.set(frame, parts)
  return parts
}

/** How sync sends through an open WebSocket and the network socket under it. */
export class NetworkSocket implements Socket {
  readonly #ws: WebSocket
  readonly #network: Duplex
  readonly #clock: Clock
  #gathered: Buffer[] | null = null

  constructor(ws: WebSocket, network: Duplex, clock: Clock) {
    this.#ws = ws
    this.#network = network
    this.#clock = clock
  }

  get bufferedAmount(): number {
    return this.#ws.bufferedAmount
  }

  send(frame: Uint8Array): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return
    for (const part of partsOf(frame)) {
      if (this.#gathered === null) this.#network.write(part)
      else this.#gathered.push(part)
    }
  }

  together(send: () => void): void {
    const parts: Buffer[] = []
    this.#gathered = parts
    try {
      send()
    } finally {
      this.#gathered = null
    }
    if (parts.length > 0) this.#network.write(Buffer.concat(parts))
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason)
    this.#clock.after(closingMs, () => this.#ws.terminate())
  }
}
