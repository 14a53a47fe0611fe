import type { Clock } from '../clock.ts'

type Timer = { readonly at: number; readonly task: () => void }

/** A clock that a test turns by hand. */
export class HandClock implements Clock {
  #elapsed = 0
  /** The time of day at the beginning. */
  #midnight = 1_800_000_000_000
  readonly #timers = new Set<Timer>()

  now(): number {
    return this.#midnight + this.#elapsed
  }

  elapsed(): number {
    return this.#elapsed
  }

  /** The time of day is set to another, forward or back; nothing took any longer for that. */
  jump(ms: number): void {
    this.#midnight += ms
  }

  after(ms: number, task: () => void): () => void {
    const timer = { at: this.#elapsed + ms, task }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Lets time pass; what is due runs in order. */
  advance(ms: number): void {
    const until = this.#elapsed + ms
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)
      if (next === undefined) break
      this.#timers.delete(next)
      this.#elapsed = next.at
      next.task()
    }
    this.#elapsed = until
  }
}
