/**
 * What leaves through one socket, and how much of it may wait there.
 *
 * A reader that stops reading must cost neither memory nor the others' time. Updates are worth nothing on their own
 * once some were left out, so a reader that fell behind gets none until its buffer is empty again, and then the whole
 * state at once: Yjs takes from it what it lacks.
 *
 * 1. Before the first answer no update is sent: an update without what it builds on is useless.
 * 2. With more than `behindBytes` waiting, updates are left out and the reader is behind.
 * 3. A reader behind for `tooSlowMs`, or with `tooSlowBytes` waiting, is cut off with 4508; it comes back and catches up.
 */
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'

/** One WebSocket as sync sees it; tests put a pair of arrays in its place. */
export type Socket = {
  send(frame: Uint8Array): void
  /** What is sent meanwhile leaves in one piece. */
  together(send: () => void): void
  close(code: number, reason: string): void
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number
}

type Reading =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'following' }
  | { readonly kind: 'behind'; readonly since: number }

/** The way out of one socket. */
export class Outbox {
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #limits: WireLimits
  #reading: Reading = { kind: 'waiting' }
  #open = true

  constructor(socket: Socket, clock: Clock, limits: WireLimits) {
    this.#socket = socket
    this.#clock = clock
    this.#limits = limits
  }

  /** Whether left-out updates are owed and there is room for them again. */
  get canCatchUp(): boolean {
    return this.#reading.kind === 'behind' && this.#socket.bufferedAmount * 4 < this.#limits.behindBytes
  }

  /** Small frames that must not be left out. */
  send(frame: Uint8Array): void {
    if (this.#open) this.#socket.send(frame)
  }

  /** What is sent meanwhile leaves in one piece. */
  together(send: () => void): void {
    this.#socket.together(send)
  }

  /** The state the client asked for; from now on it follows. */
  answer(frame: Uint8Array): void {
    if (!this.#hasRoom()) return
    this.send(frame)
    this.#reading = { kind: 'following' }
  }

  /** A change; left out while the reader is not following. */
  update(frame: Uint8Array): void {
    if (this.#reading.kind === 'following' && this.#hasRoom()) this.send(frame)
  }

  /** Presence; left out while too much waits, since the next frame says it again. */
  presence(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount <= this.#limits.behindBytes) this.send(frame)
  }

  /** To be called now and then: cuts off who is behind for too long. */
  check(): void {
    const reading = this.#reading
    if (reading.kind === 'behind' && this.#clock.elapsed() - reading.since > this.#limits.tooSlowMs)
      this.#cutOff()
  }

  close(code: number, reason: string): void {
    if (!this.#open) return
    this.#open = false
    this.#socket.close(code, reason)
  }

  #hasRoom(): boolean {
    if (!this.#open) return false
    const waiting = this.#socket.bufferedAmount
    if (waiting <= this.#limits.behindBytes) return true
    if (this.#reading.kind !== 'behind') this.#reading = { kind: 'behind', since: this.#clock.elapsed() }
    if (waiting > this.#limits.tooSlowBytes) this.#cutOff()
    return false
  }

  #cutOff(): void {
    this.close(closeCode.tooSlow, 'too slow')
  }
}
