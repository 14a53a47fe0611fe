import { setImmediate } from 'node:timers/promises'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { type Result, refuse } from '@rondo/shared/kernel/refusal.ts'

/** So many of one member's questions wait; more are turned away. */
const MOST_WAITING = 8

/**
 * Lets each member do one costly thing at a time, and everybody else come in between: comparing long pages takes the
 * server's whole attention for a moment.
 */
export class Turns {
  readonly #queues = new Map<MemberId, { waiting: number; last: Promise<unknown> }>()

  /** Does `work` when the member's earlier ones are done. */
  async take<T>(memberId: MemberId, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const queue = this.#queues.get(memberId) ?? { waiting: 0, last: Promise.resolve() }
    if (queue.waiting >= MOST_WAITING)
      return refuse('too-many', 'Too much at once. Wait until the earlier answers are there.', {
        retryAfter: 2,
      })
    this.#queues.set(memberId, queue)
    queue.waiting += 1
    const mine = queue.last.then(() => setImmediate()).then(work)
    queue.last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      queue.waiting -= 1
      if (queue.waiting === 0) this.#queues.delete(memberId)
    }
  }
}
