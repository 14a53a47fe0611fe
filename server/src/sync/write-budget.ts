import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'
import { Pace, type PaceLimits } from './pace.ts'

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
  readonly #limits: PaceLimits
  readonly #paces = new Map<string, Pace>()

  constructor(clock: Clock, { accountBytes, accountWindowMs }: WireLimits) {
    this.#clock = clock
    const eachMs = accountWindowMs / accountBytes
    this.#limits = { eachMs, toleranceMs: accountWindowMs, longestMs: longestPauseMs }
  }

  /** Notes a write and answers for how long nothing more should be read from the one who sent it. */
  spend(accountId: string, bytes: number): number {
    if (this.#paces.size > manyAccounts) this.#forgetSettled()
    const pace = this.#paces.get(accountId) ?? new Pace(this.#clock, this.#limits)
    this.#paces.set(accountId, pace)
    return pace.take(bytes)
  }

  #forgetSettled(): void {
    for (const [accountId, pace] of this.#paces) if (pace.isAtRest) this.#paces.delete(accountId)
  }
}
