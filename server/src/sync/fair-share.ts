import type { Clock } from './clock.ts'

/** What a frame may cost for nothing, in milliseconds of the one thread that serves everybody. */
const freeMs = 10
/** Frames below this are keystrokes and cursors. */
const measuredBytes = 1024
/** For each millisecond beyond, this many pass before more is read. */
const pauseFactor = 4
/** Longer than this nobody waits: a socket that is not read cannot show that it is alive. */
const longestPauseMs = 20_000

/** Milliseconds that this thread has worked; what it waited for others on a busy machine is nobody's fault. */
const workedMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/**
 * Keeps one account from holding the thread: some updates of a megabyte take Yjs a second to go through, and nothing is
 * wrong with them. What an account's frames cost it owes, and while it owes, its sockets are not read.
 */
export class FairShare {
  readonly #clock: Clock
  readonly #workedMs: () => number
  readonly #owesUntil = new Map<string, number>()

  constructor(clock: Clock, worked: () => number = workedMs) {
    this.#clock = clock
    this.#workedMs = worked
  }

  /**
   * Does an account's work on so many bytes and answers for how long nothing more should be read from it. What is small
   * is not measured: asking the system would cost as much as most of the work.
   */
  spend(accountId: string, bytes: number, work: () => void): number {
    if (bytes < measuredBytes) {
      work()
      return this.#owed(accountId, 0)
    }
    const before = this.#workedMs()
    work()
    return this.#owed(accountId, this.#workedMs() - before)
  }

  #owed(accountId: string, spentMs: number): number {
    if (spentMs === 0 && this.#owesUntil.size === 0) return 0
    const owed = Math.max(0, spentMs - freeMs) * pauseFactor
    const now = this.#clock.elapsed()
    const until = Math.min(now + longestPauseMs, Math.max(now, this.#owesUntil.get(accountId) ?? 0) + owed)
    if (until > now) this.#owesUntil.set(accountId, until)
    else this.#owesUntil.delete(accountId)
    return until - now
  }
}
