import { closeCode, isFinal } from '@rondo/shared/wire/close-code.ts'

const firstMs = 1_000
const longestMs = 60_000
const floors: ReadonlyMap<number, number> = new Map([
  [closeCode.tooMany, 10_000],
  [closeCode.unavailable, 30_000],
])

/** The next attempt: after how long, and how long at least, whatever wakes up meanwhile. */
export type Wait = { readonly ms: number; readonly floorMs: number }

/**
 * How long to wait before the next attempt; null: the server decided, another attempt changes nothing.
 * The wait is anywhere between nothing and an ever longer time, so that a thousand tabs do not come back at once.
 *
 * @param failures attempts without a stable connection since the last one
 * @param random a number from 0 to 1
 */
export const waitBeforeRetry = (
  code: number,
  reason: string,
  failures: number,
  random: number,
): Wait | null => {
  if (isFinal(code, reason)) return null
  const longest = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10))
  const floorMs = floors.get(code) ?? 0
  // Above the floor they are spread out just the same.
  return { ms: floorMs + random * longest, floorMs }
}
