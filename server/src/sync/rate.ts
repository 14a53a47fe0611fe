import type { Clock } from './clock.ts'

/** Lets `count` things pass within `windowMs`, refilling steadily. Answers whether this one may pass. */
export const rateLimit = (clock: Clock, count: number, windowMs: number): (() => boolean) => {
  let left = count
  let at = clock.elapsed()
  return () => {
    const now = clock.elapsed()
    left = Math.min(count, left + ((now - at) * count) / windowMs)
    at = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
