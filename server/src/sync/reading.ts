/**
 * When a socket is read, and when it is too dead or too slow to be kept.
 *
 * 1. While it is held nothing is read from it; the longest hold counts.
 * 2. Whoever does not answer a ping until the next one is dead, unless we did not read the answer.
 * 3. A message that is not complete in time ends its socket: somebody who never finishes one would hold its pieces for ever.
 */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { WebSocket } from 'ws'
import { type Clock, every } from './clock.ts'

/** What `ws` keeps about a message of which only a part has come. It has no public word for that; a test pins these names. */
const isAmidMessage = (ws: WebSocket): boolean => {
  const receiver: unknown = Reflect.get(ws, '_receiver')
  if (typeof receiver !== 'object' || receiver === null) return false
  return ['_state', '_fragmented', '_bufferedBytes'].some((name) => Reflect.get(receiver, name) !== 0)
}

/** The reading side of one WebSocket. */
export class Reading {
  readonly #ws: WebSocket
  readonly #clock: Clock
  readonly #limits: WireLimits
  readonly #stopPinging: () => void
  #heldUntil = 0
  #stopHolding = (): void => {}
  #isAlive = true
  #messages = 0
  #unfinished = { messages: -1, since: 0 }

  constructor(ws: WebSocket, clock: Clock, limits: WireLimits) {
    this.#ws = ws
    this.#clock = clock
    this.#limits = limits
    ws.on('pong', () => {
      this.#isAlive = true
    })
    this.#stopPinging = every(clock, limits.pingMs, () => this.#ping())
  }

  /** A whole message came. */
  note(): void {
    this.#messages += 1
  }

  /** Reads nothing for so long. */
  hold(ms: number): void {
    const until = this.#clock.elapsed() + ms
    if (until <= this.#heldUntil) return
    this.#heldUntil = until
    this.#ws.pause()
    this.#stopHolding()
    this.#stopHolding = this.#clock.after(ms, () => this.#ws.resume())
  }

  end(): void {
    this.#stopHolding()
    this.#stopPinging()
  }

  /** To be called now and then: ends a socket whose message never ends. */
  check(): void {
    const now = this.#clock.elapsed()
    const isSame =
      this.#unfinished.messages === this.#messages && !this.#ws.isPaused && isAmidMessage(this.#ws)
    if (!isSame) this.#unfinished = { messages: this.#messages, since: now }
    else if (now - this.#unfinished.since > this.#limits.messageMs) this.#ws.terminate()
  }

  #ping(): void {
    if (this.#ws.isPaused) return
    if (this.#isAlive) this.#ws.ping()
    else this.#ws.terminate()
    this.#isAlive = false
  }
}
