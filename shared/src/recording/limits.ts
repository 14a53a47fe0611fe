import { HOUR } from '../kernel/time.ts'

/** Characters of a transcript file; half a day of talk has fewer. */
export const MOST_TEXT = 600_000

export const MOST_CUES = 20_000

/** No recording is longer. */
export const LONGEST = 48 * HOUR

/** Of more than so many faults only the first are told. */
export const MOST_NOTICES = 50
