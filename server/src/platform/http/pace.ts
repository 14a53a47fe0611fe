import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Clock } from '../../kernel/clock.ts'

/** So many questions a minute are answered for each key; whoever asks more often waits for the next minute. */
export class Pace {
  readonly #clock: Clock
  readonly #perMinute: number
  #minute = 0
  #asked = new Map<string, number>()

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock
    this.#perMinute = perMinute
  }

  /** Counts a question. */
  count(key: string): void {
    this.#asked.set(key, this.#soFar(key) + 1)
  }

  /** Seconds to wait; 0 when the next question is answered. */
  wait(key: string): number {
    if (this.#soFar(key) < this.#perMinute) return 0
    return Math.ceil(((this.#minute + 1) * MINUTE - this.#clock.now()) / 1000)
  }

  #soFar(key: string): number {
    const minute = Math.floor(this.#clock.now() / MINUTE)
    if (minute !== this.#minute) this.#asked = new Map()
    this.#minute = minute
    return this.#asked.get(key) ?? 0
  }
}
