import { longest, startWatch } from '../platform/stopwatch.ts'

/** An application message comes every 15 seconds; after twice that nobody is there. */
const silentMs = 30_000
/** Whoever looks at the tab again should not wait for the rest of it. */
const doubtfulMs = 18_000
/** A connection that does not come about in this time never does. */
const connectMs = 15_000
const lookMs = 3_000

type Line = { readonly wsconnected: boolean; readonly wsconnecting: boolean }

/**
 * Finds a line that is dead and does not know it: a phone that slept, a network that went without a word, a clock that was
 * set back so that the provider's own watch sleeps.
 */
export const listenForSilence = (line: Line, isDead: () => void) => {
  // The larger of two clocks: one can be set back, the other stands still where a device sleeps.
  let since = startWatch()
  const heard = (): void => {
    since = startWatch()
  }
  const look = (mostMs: number): void => {
    const most = line.wsconnecting ? connectMs : mostMs
    if ((line.wsconnected || line.wsconnecting) && longest(since()) > most) isDead()
  }
  const timer = setInterval(() => look(silentMs), lookMs)
  return {
    /** Something was heard, or an attempt has begun. */
    heard,
    /** Somebody is here again. */
    lookNow: (): void => look(doubtfulMs),
    stop: (): void => clearInterval(timer),
  }
}
