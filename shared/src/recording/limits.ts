import { HOUR } from '../kernel/time.ts'

/** Characters of a transcript file; half a day of talk has fewer. */
export const MOST_TEXT = 600_000

/** What they take at most in a request, in whatever script. */
export const MOST_TEXT_BYTES = 4 * 1024 * 1024

export const MOST_CUES = 20_000

/** No recording is longer. */
export const LONGEST = 48 * HOUR

/** Of more than so many faults only the first are told. */
export const MOST_NOTICES = 50
