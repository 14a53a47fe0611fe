import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Result } from '@rondo/shared/kernel/refusal.ts'
import { TOO_MANY } from './rules.ts'

/** So many pictures are worked on at once … */
const AT_ONCE = 2
/** … and so many of one member wait for that, or are worked on. */
const MOST_WAITING = 20

/** Bounds how many pictures are in memory: each may unpack to hundreds of megabytes. Whoever came first has the next turn. */
export class Turns {
  #busy = 0
  readonly #queue: (() => void)[] = []
  readonly #waiting = new Map<MemberId, number>()

  async take<T>(memberId: MemberId, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const mine = this.#waiting.get(memberId) ?? 0
    if (mine >= MOST_WAITING) return TOO_MANY
    this.#waiting.set(memberId, mine + 1)
    try {
      await this.#enter()
      return await work()
    } finally {
      this.#leave()
      this.#forget(memberId)
    }
  }

  async #enter(): Promise<void> {
    if (this.#busy >= AT_ONCE) await new Promise<void>((resolve) => this.#queue.push(resolve))
    else this.#busy += 1
  }

  /** Hands the place on to whoever waits longest. */
  #leave(): void {
    const next = this.#queue.shift()
    if (next === undefined) this.#busy -= 1
    else next()
  }

  #forget(memberId: MemberId): void {
    const left = (this.#waiting.get(memberId) ?? 1) - 1
    if (left > 0) this.#waiting.set(memberId, left)
    else this.#waiting.delete(memberId)
  }
}
