/** Milliseconds since a moment, by the two clocks of this device. */
export interface Elapsed {
  readonly wall: number
  readonly steady: number
}

/**
 * Begins to measure. One clock of a device can be set, the other one may stand still while the device sleeps; the larger
 * of the two is how long it was, unless somebody set the clock forward.
 */
export const startWatch = (): (() => Elapsed) => {
  const [wall, steady] = [Date.now(), performance.now()]
  return () => ({ wall: Date.now() - wall, steady: performance.now() - steady })
}

export const longest = ({ wall, steady }: Elapsed): number => Math.max(wall, steady)
