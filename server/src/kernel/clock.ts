import type { Instant } from '@rondo/shared/kernel/time.ts'

/** Where the time comes from. Rules never ask it: they are told `now`. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => Date.now() }
