import type { Clock } from './clock.ts'

/**
 * Keeps the last thing that somebody said too fast, and says it again when a while has passed: whoever moves in a burst
 * is seen where the burst ended.
 */
export class LastWord {
  readonly #clock: Clock
  readonly #afterMs: number
  readonly #repeat: (frame: Uint8Array) => void
  #frame: Uint8Array | null = null
  #stop: (() => void) | null = null

  constructor(clock: Clock, afterMs: number, repeat: (frame: Uint8Array) => void) {
    this.#clock = clock
    this.#afterMs = afterMs
    this.#repeat = repeat
  }

  /** Takes the place of what was kept. */
  keep(frame: Uint8Array): void {
    this.#frame = frame.slice()
    this.#stop ??= this.#clock.after(this.#afterMs, () => this.#speak())
  }

  /** Something newer was heard. */
  forget(): void {
    this.#frame = null
  }

  destroy(): void {
    this.#stop?.()
    this.#stop = null
    this.#frame = null
  }

  #speak(): void {
    const frame = this.#frame
    this.#stop = null
    this.#frame = null
    if (frame !== null) this.#repeat(frame)
  }
}
