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

/** The head of a binary message that is whole and not masked (RFC 6455, 5.2). */
export const headOf = (length: number): Buffer => {
  if (length < 126) return Buffer.from([binaryFinal, length])
  const isShort = length < 65_536
  const head = Buffer.alloc(isShort ? 4 : 10)
  head[0] = binaryFinal
  head[1] = isShort ? 126 : 127
  if (isShort) head.writeUInt16BE(length, 2)
  else head.writeUInt32BE(length, 6)
  return head
}

/** Above this, copying a payload behind its head costs more than a second write. */
const copiedBytes = 16 * 1024

const prepared = new WeakMap<Uint8Array, readonly Buffer[]>()

const prepare = (frame: Uint8Array): readonly Buffer[] => {
  const head = headOf(frame.length)
  const payload = Buffer.from(frame.buffer, frame.byteOffset, frame.length)
  return frame.length > copiedBytes ? [head, payload] : [Buffer.concat([head, payload])]
}

const partsOf = (frame: Uint8Array): readonly Buffer[] => {
  const known = prepared.get(frame)
  if (known !== undefined) return known
  const parts = prepare(frame)
  prepared.set(frame, parts)
  return parts
}

/** How sync sends through an open WebSocket and the network socket under it. */
export const webSocket = (ws: WebSocket, network: Duplex, clock: Clock): Socket => ({
  get bufferedAmount() {
    return ws.bufferedAmount
  },
  send: (frame) => {
    if (ws.readyState !== ws.OPEN) return
    for (const part of partsOf(frame)) network.write(part)
  },
  together: (send) => {
    network.cork()
    send()
    network.uncork()
  },
  close: (code, reason) => {
    ws.close(code, reason)
    clock.after(closingMs, () => ws.terminate())
  },
})
