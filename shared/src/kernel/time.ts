import { z } from 'zod'

/** Integer milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** Instants between 1970 and 2200, so that a wrong unit (seconds, microseconds) is refused at the door. */
export const instant = z.int().min(0).max(7_258_118_400_000)

/** A calendar day without a zone, as 'YYYY-MM-DD'. */
export const day = z.iso.date()

/** Length of a minute in milliseconds. */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Whether this runtime knows the IANA zone, e.g. 'Europe/Berlin'. */
export const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** How finely we tell when somebody wrote: a clock of keystrokes would be a clock of people. */
const COARSE = 5 * MINUTE

/** An instant rounded down to five minutes. */
export const coarse = (at: Instant): Instant => at - (at % COARSE)

/** An IANA time zone by name. Offsets such as '+02:00' are refused, for they know no clock changes. */
export const timeZone = z
  .string()
  .max(64)
  .refine((name) => /^[A-Za-z]/.test(name) && isZone(name), 'must be an IANA time zone such as Europe/Berlin')
