import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface JobTables {
  /** What is to be done later. One row for each name; what is done has none. */
  job: {
    kind: string
    key: string
    dueAt: Instant
    /** Not to be begun before: the due instant, or later after a failure. */
    readyAt: Instant
    /** How often it failed. */
    tries: number
  }
}
