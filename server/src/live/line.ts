import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { type LiveRequest, liveRequest } from '@rondo/shared/wire/live.ts'
import type { RawData, WebSocket } from 'ws'
import type { Line } from './listener.ts'

/** A listener's line over a WebSocket. */
export const lineOf = (socket: WebSocket): Line => ({
  send: (frame) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  },
  close: (code, reason) => socket.close(code, reason),
  unsentBytes: () => socket.bufferedAmount,
})

/** What a client asks; null when it does not keep to the protocol. */
export const readRequest = (text: string): LiveRequest | null => {
  try {
    return liveRequest.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Keeps what arrives before the session is known. A client sends one small frame; more than a few is an attack. */
export const framesOf = (socket: WebSocket) => {
  const early: string[] = []
  let hear = (text: string) => {
    // A socket that is being closed may still bring a flood.
    if (early.length > 4) return
    early.push(text)
    if (early.length > 4) socket.close(closeCode.badFrame, 'bad frame')
  }
  socket.on('message', (data, isBinary) => hear(isBinary ? '' : textOf(data)))
  return {
    read: (next: (text: string) => void) => {
      hear = next
      for (const text of early) next(text)
    },
  }
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8')
