import type { Clock } from './clock.ts'

/** So many a second, and a few at once after a while with less: the generic cell rate algorithm. */
export class Pace {
  readonly #clock: Clock
  readonly #everyMs: number
  readonly #toleranceMs: number
  /** When the next would come if all came evenly. */
  #expected = 0

  constructor(clock: Clock, perSecond: number, burst: number) {
    this.#clock = clock
    this.#everyMs = 1000 / perSecond
    this.#toleranceMs = (burst - 1) * this.#everyMs
  }

  /** Takes one, and answers how many milliseconds it has to wait; never more than one interval, whatever the clock does. */
  take(): number {
    const now = this.#clock.elapsed()
    const early = this.#expected - this.#toleranceMs - now
    const wait = Math.max(0, Math.min(early, this.#everyMs))
    const latest = now + this.#toleranceMs + wait
    this.#expected = Math.max(now, Math.min(this.#expected, latest)) + this.#everyMs
    return wait
  }
}
