const kept = 8
/** No heartbeat is this late: the line is given up before. Whoever says so has a clock that was set. */
const impossibleMs = 60_000

/**
 * Learns the server's clock from its heartbeats. A heartbeat is late by its way here and never early, so of the last few
 * the one that says the latest is the truest.
 */
export const createServerTime = (now: () => number = Date.now) => {
  let offsets: readonly number[] = []
  return {
    hear: (serverAt: number): void => {
      const offset = serverAt - now()
      const believed = offsets.filter((earlier) => Math.abs(earlier - offset) < impossibleMs)
      offsets = [...believed, offset].slice(-kept)
    },
    /** The server's time in milliseconds since the epoch; this device's as long as nothing was heard. */
    now: (): number => now() + (offsets.length === 0 ? 0 : Math.max(...offsets)),
  }
}
