import { DAY, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'

/** A session ends after this long without use … */
export const SESSION_IDLE = 14 * DAY
/** … and in any case after this long. */
export const SESSION_ABSOLUTE = 90 * DAY
/** A session's last use is written down this often at most. */
export const SESSION_TOUCH = MINUTE

export const INVITATION_LIFE = 7 * DAY

export const isAlive = (session: { createdAt: Instant; lastUsedAt: Instant }, now: Instant): boolean =>
  now < session.lastUsedAt + SESSION_IDLE && now < session.createdAt + SESSION_ABSOLUTE

/** The palette has sixteen places; the seventeenth member shares the first one's. */
export const colourOf = (membersBefore: number): number => (membersBefore % 16) + 1

/**
 * Throttling. Each failed attempt counts under the account and under the address. After the free ones every further
 * attempt under the same key has to wait, each time twice as long, and what comes too early is not looked at. Nobody
 * is locked out: an address from which the account was signed in before has a count of its own, so an attacker
 * elsewhere cannot make the owner wait.
 */
const FREE = { account: 5, known: 5, address: 20, code: 5 } as const
const LONGEST_DELAY = 15 * MINUTE
/** Failures are forgotten after this long without another one. */
const FORGOTTEN_AFTER = DAY
/** An address counts as known for this long after a successful sign-in. */
export const KNOWN_FOR = 90 * DAY

export type ThrottleKind = keyof typeof FREE

export interface Throttle {
  failures: number
  openAt: Instant
  lastAt: Instant
}

/** The count after one more attempt, which is taken for a failure until it proves to be none. */
export const countAttempt = (kind: ThrottleKind, before: Throttle | undefined, now: Instant): Throttle => {
  const remembered = before !== undefined && now < before.lastAt + FORGOTTEN_AFTER ? before.failures : 0
  const failures = remembered + 1
  const over = failures - FREE[kind]
  const delay = over < 0 ? 0 : Math.min(LONGEST_DELAY, 1000 * 2 ** over)
  return { failures, openAt: now + delay, lastAt: now }
}
