import { HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'

const SECOND = 1000
const twoDigits = (value: number) => String(value).padStart(2, '0')

/** A length as a clock shows it, without a sign: "9:54", "1:04:09". Part of a second left is a second. */
export function clockOf(ms: number): string {
  const seconds = ms >= 0 ? Math.ceil(ms / SECOND) : Math.floor(-ms / SECOND)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = twoDigits(seconds % 60)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`
}

/** Hours and minutes since the start, as they stand in the margin of show-notes: "0:31". */
export function marginTime(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE))
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`
}

/** Whole minutes that have passed. */
export const minutesIn = (ms: number): number => Math.max(0, Math.floor(ms / MINUTE))

/** Minutes to the nearest whole one, for what was planned or spent. */
export const roundedMinutes = (ms: number): number => Math.round(ms / MINUTE)

/** Milliseconds until the server's clock shows another second, so that all screens turn over together. */
export const untilNextSecond = (now: number): number => SECOND - (((now % SECOND) + SECOND) % SECOND)

/** Whether a length is better told in days than on a clock. */
export const isFarAway = (ms: number): boolean => Math.abs(ms) >= 18 * HOUR
