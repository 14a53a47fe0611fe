import { HOUR, type Instant } from '../kernel/time.ts'

/** How long after its beginning a meeting's page is open to those who could not be there, and to guests. */
const WINDOW = 48 * HOUR

/** When the page of a meeting closes to guests. */
export const guestsUntil = ({ startsAt }: { startsAt: Instant }): Instant => startsAt + WINDOW
