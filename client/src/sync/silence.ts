/** An application message comes every 15 seconds; after twice that nobody is there. */
const silentMs = 30_000
/** Whoever looks at the tab again should not wait for the rest of it. */
const doubtfulMs = 18_000
/** A connection that does not come about in this time never does. */
const connectMs = 15_000
const lookMs = 3_000

type Line = { readonly wsconnected: boolean; readonly wsconnecting: boolean }

/** Time that nobody can set back, and that goes on where a device sleeps: the larger of what two clocks say. */
const stopwatch = () => {
  let [wall, steady] = [Date.now(), performance.now()]
  return {
    start: (): void => {
      ;[wall, steady] = [Date.now(), performance.now()]
    },
    ms: (): number => Math.max(Date.now() - wall, performance.now() - steady),
  }
}

/**
 * Finds a line that is dead and does not know it: a phone that slept, a network that went without a word, a clock that was
 * set back so that the provider's own watch sleeps.
 */
export const listenForSilence = (line: Line, isDead: () => void) => {
  const since = stopwatch()
  const look = (mostMs: number): void => {
    const most = line.wsconnecting ? connectMs : mostMs
    if ((line.wsconnected || line.wsconnecting) && since.ms() > most) isDead()
  }
  const timer = setInterval(() => look(silentMs), lookMs)
  return {
    /** Something was heard, or an attempt has begun. */
    heard: since.start,
    /** Somebody is here again. */
    lookNow: (): void => look(doubtfulMs),
    stop: (): void => clearInterval(timer),
  }
}
