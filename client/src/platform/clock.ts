interface Estimate {
  readonly offset: number
  /** Half the round trip plus what the server's clock rounds away: how wrong the offset may be. */
  readonly error: number
  readonly madeAt: number
}

/** Clocks drift: an estimate loses this much of its worth in a second, so that a fresh one wins in the end. */
const DRIFT = 0.05

let best: Estimate | undefined

/** Takes a time the server told, with the milliseconds that passed between asking and hearing. */
export function noteServerTime(serverTime: number, roundTrip: number, rounding = 1): void {
  if (!Number.isFinite(serverTime)) return
  const now = Date.now()
  const error = roundTrip / 2 + rounding / 2
  const aged = best === undefined ? Number.POSITIVE_INFINITY : best.error + (now - best.madeAt) * DRIFT
  if (error > aged) return
  best = { offset: serverTime + rounding / 2 + roundTrip / 2 - now, error, madeAt: now }
}

/** What the server's clock says now, as far as this device can tell: all screens agree on it. */
export function serverNow(): number {
  return Math.round(Date.now() + (best?.offset ?? 0))
}

/** Forgets what was learnt, for tests. */
export function forgetServerTime(): void {
  best = undefined
}
