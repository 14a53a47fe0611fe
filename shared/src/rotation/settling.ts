import { DAY, HOUR, type Instant } from '../kernel/time.ts'

/**
 * From so long before a meeting on, turns that nobody touched no longer follow the plan (ROTA-13). Less than a week, so
 * that what happened in a weekly meeting still counts for the next one.
 */
const SETTLED_MS = 6 * DAY
/** What was to begin longer ago than this and did not has fallen through (ROTA-21). Somebody may still begin it. */
const MISSED_MS = 12 * HOUR
/** The rota looks at what fell through once a day at least. */
const LOOKED_AT_MS = DAY

/** Whether nobody has a turn any more in a meeting that has not begun. */
export const isMissed = (startsAt: Instant, now: Instant): boolean => startsAt <= now - MISSED_MS

/**
 * Whether the turns of a meeting stay where they are (ROTA-13). Where an earlier meeting fell through after they had
 * settled, as if it were held, they follow the plan again (ROTA-21).
 */
export const isSettledAt = (
  startsAt: Instant,
  { now, missed }: { now: Instant; missed: readonly Instant[] },
): boolean =>
  startsAt - now < SETTLED_MS &&
  !missed.some((one) => one < startsAt && one + MISSED_MS + LOOKED_AT_MS > startsAt - SETTLED_MS)
