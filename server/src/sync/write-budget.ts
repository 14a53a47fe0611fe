import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'

/** Longer than this no socket is left unread at a time. */
const longestPauseMs = 60_000
/** Above this many accounts, those that owe nothing are forgotten. */
const manyAccounts = 1_000

/**
 * How much an account may write: a good deal at once (a long paste, the answer after a day offline), and on average
 * `accountBytes` in `accountWindowMs`. Whoever writes more is not refused, for nothing may be lost: their sockets are left
 * unread for a while, and their mark says that it is not saved yet. What they read goes on.
 */
export class WriteBudget {
  readonly #clock: Clock
  readonly #windowMs: number
  readonly #msPerByte: number
  /** When the account will have nothing behind it again. */
  readonly #settledAt = new Map<string, number>()

  constructor(clock: Clock, { accountBytes, accountWindowMs }: WireLimits) {
    this.#clock = clock
    this.#windowMs = accountWindowMs
    this.#msPerByte = accountWindowMs / accountBytes
  }

  /** Notes a write and answers for how long nothing more should be read from the one who sent it. */
  spend(accountId: string, bytes: number): number {
    const now = this.#clock.elapsed()
    if (this.#settledAt.size > manyAccounts) this.#forgetSettled(now)
    const before = Math.max(now, this.#settledAt.get(accountId) ?? 0)
    const settledAt = Math.min(before + bytes * this.#msPerByte, now + this.#windowMs + longestPauseMs)
    this.#settledAt.set(accountId, settledAt)
    return Math.max(0, settledAt - now - this.#windowMs)
  }

  #forgetSettled(now: number): void {
    for (const [accountId, at] of this.#settledAt) if (at <= now) this.#settledAt.delete(accountId)
  }
}
