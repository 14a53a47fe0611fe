const kept = 8

/**
 * Learns the server's clock from its heartbeats. A heartbeat is late by its way here and never early, so of the last few
 * the one that says the latest is the truest.
 */
export const createServerTime = (now: () => number = Date.now) => {
  let offsets: readonly number[] = []
  return {
    hear: (serverAt: number): void => {
      offsets = [...offsets, serverAt - now()].slice(-kept)
    },
    /** The server's time in milliseconds since the epoch; this device's as long as nothing was heard. */
    now: (): number => now() + (offsets.length === 0 ? 0 : Math.max(...offsets)),
  }
}
