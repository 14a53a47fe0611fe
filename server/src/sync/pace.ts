import type { Clock } from './clock.ts'

/** What a pace is made of, in milliseconds. */
export type PaceLimits = {
  /** What each one takes of the time. */
  readonly eachMs: number
  /** So much may be taken in advance without waiting. */
  readonly toleranceMs: number
  /** Longer than this nobody waits, whatever was taken and whatever the clock does: the rest is forgiven. */
  readonly longestMs: number
}

/** So many in a time, and some of them at once after a while with less: the generic cell rate algorithm. */
export class Pace {
  readonly #clock: Clock
  readonly #limits: PaceLimits
  /** Until when what was taken would last if all came evenly. */
  #takenUntil = 0

  constructor(clock: Clock, limits: PaceLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Whether nothing is left of what was taken. */
  get isAtRest(): boolean {
    return this.#takenUntil <= this.#clock.elapsed()
  }

  /** Takes some, and answers how many milliseconds that has to wait. */
  take(count = 1): number {
    const { eachMs, toleranceMs, longestMs } = this.#limits
    const now = this.#clock.elapsed()
    const until = Math.max(now, this.#takenUntil) + count * eachMs
    this.#takenUntil = Math.min(until, now + toleranceMs + longestMs)
    return Math.max(0, this.#takenUntil - now - toleranceMs)
  }
}
