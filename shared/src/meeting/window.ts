import { HOUR, type Instant, MINUTE } from '../kernel/time.ts'
import type { MeetingState } from './fold.ts'

/** When answers in one's own time are taken, and when a guest's link ends. */
interface Opening {
  opensAt: Instant
  closesAt: Instant
}

/** However late it was, whoever was there has so long after the wrap to say what they take away. */
const LEAST_AFTER_WRAP = 12 * HOUR

/**
 * The window of a meeting: it moves along with a start that is moved, opens with a start that is early, and never closes in
 * the face of people who just wrapped up. Null where there is no meeting to answer to.
 */
export const windowOf = (state: MeetingState): Opening | null => {
  if (state.phase === 'unscheduled' || state.phase === 'cancelled') return null
  const { startsAt, window } = state
  const opensAt = startsAt - window.before * MINUTE
  const closesAt = startsAt + window.after * MINUTE
  if (state.phase === 'scheduled') return { opensAt, closesAt }
  const opened = Math.min(opensAt, state.startedAt)
  if (state.phase === 'live') return { opensAt: opened, closesAt }
  const grace = Math.min(window.after * MINUTE, LEAST_AFTER_WRAP)
  return { opensAt: opened, closesAt: Math.max(closesAt, state.wrappedAt + grace) }
}

/** While a meeting is live its window is open, however long it takes. */
export const windowIsOpen = (state: MeetingState, now: Instant): boolean => {
  const window = windowOf(state)
  return window !== null && now >= window.opensAt && !windowIsOver(state, now)
}

export const windowIsOver = (state: MeetingState, now: Instant): boolean => {
  const window = windowOf(state)
  return window !== null && state.phase !== 'live' && now >= window.closesAt
}
