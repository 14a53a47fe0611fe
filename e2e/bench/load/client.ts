import { ByteReader } from '../wire/byte-reader.ts'
import type { Heard } from '../wire/dialect.ts'
import { FrameSocket } from './frame-socket.ts'
import type { Seat } from './seat.ts'

const reader = new ByteReader()

/** Told of every frame that came; the reader stands on what it carries and is valid only during the call. */
export type OnHeard = (heard: Heard, payload: ByteReader) => void

/** A connection to one document that keeps nothing itself. */
export class Client {
  readonly seat: Seat
  readonly socket: FrameSocket
  #onHeard: OnHeard = () => undefined

  constructor(seat: Seat) {
    this.seat = seat
    this.socket = new FrameSocket(seat.address)
    this.socket.listen((frame) => {
      const payload = reader.over(frame)
      this.#onHeard(seat.dialect.hear(payload), payload)
    })
  }

  /** Whoever listens last hears all further frames. */
  listen(onHeard: OnHeard): void {
    this.#onHeard = onHeard
  }

  greet(): void {
    this.socket.sendAll(this.seat.dialect.greet(this.seat.document))
  }

  update(update: Uint8Array): void {
    this.socket.send(this.seat.dialect.update(this.seat.document, update))
  }

  /** Connects and asks for the state; a server that keeps nothing has none. */
  async open(): Promise<Uint8Array | undefined> {
    await this.socket.opened
    if (!this.seat.keeps) return undefined
    const state = new Promise<Uint8Array>((resolve, reject) => {
      this.listen((heard, payload) => {
        if (heard === 'state') resolve(payload.copy())
      })
      void this.socket.closed.then((code) => reject(new Error(`Closed with ${code} instead of the state.`)))
    })
    this.greet()
    return state
  }

  close(): Promise<void> {
    return this.socket.close()
  }
}
