import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Job } from './jobs.ts'

/** Where planned jobs are kept, and the transactions in which they are done. */
export interface JobStore<Writing> {
  transact<T>(work: (tx: Writing) => Promise<T>): Promise<T>
  /** Calls `hook` once `tx` is committed. */
  afterCommit(tx: Writing, hook: () => void): void
  /** With `move` a job of that name is moved; without, it stays as it is. */
  put(tx: Writing, job: Job, move: boolean): Promise<void>
  remove(tx: Writing, name: Pick<Job, 'kind' | 'key'>): Promise<void>
  /** Jobs of these kinds that may be begun now, soonest first. Nothing is claimed by looking. */
  ready(kinds: readonly string[], now: Instant, limit: number): Promise<(Job & { tries: number })[]>
  /** When the next job of these kinds may be begun; null when there is none. */
  nextAt(kinds: readonly string[]): Promise<Instant | null>
  /** Whether the job still stands as it was seen; then nobody else gets it until `tx` ends. */
  claim(tx: Writing, job: Job): Promise<boolean>
  /** Forgets a claimed job, for it is done, or notes when it is due again. */
  finish(tx: Writing, job: Job, againAt: Instant | null): Promise<void>
  /** Notes that a job failed and is not to be begun before `at`. */
  postpone(job: Job, at: Instant): Promise<void>
}
