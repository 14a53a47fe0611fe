/**
 * What the server's clock says, as far as this device can tell; all screens that show times of a meeting agree on it.
 *
 * 1. A time that the server told is trusted as far as its way here may have taken. Of two the better one counts.
 * 2. Whatever the device's clock says does not matter: from a measurement on, time goes by what passes.
 * 3. Where the device's two clocks disagree it slept, or its clock was set. Then nobody knows what passed, so the next
 *    time that is told counts whatever it is worth, and is asked for at once.
 * 4. What comes over a socket may have waited, for a day even: it says that it is at least so late, never that it is earlier.
 */
import { type Elapsed, longest, startWatch } from './stopwatch.ts'

interface Measured {
  /** What the server's clock said when `since` began. */
  readonly at: number
  /** How wrong that may be. */
  readonly error: number
  readonly since: () => Elapsed
}

/** Two clocks of a device differ by this much in a while at worst; an old measurement loses its worth. */
const DRIFT = 0.0005
/** Clocks that disagree by more were set, or stood still. */
const LEAP = 1000
/** How far a beat may lag behind before it is worth asking. */
const LAG = 2000
/** How wrong a time may be that came over a socket. */
const UNTOLD_WAY = 250

let best: Measured | undefined
let isDoubted = false
const doubters = new Set<() => void>()

/** Takes a time the server told, with the milliseconds that passed between asking and hearing. */
export function noteServerTime(serverTime: number, roundTrip: number, rounding = 1): void {
  if (!Number.isFinite(serverTime)) return
  const error = (roundTrip + rounding) / 2
  if (!isDoubtful() && best !== undefined && error > best.error + longest(best.since()) * DRIFT) return
  take(serverTime + error, error)
}

/** Takes a time that came by itself: the server's clock says at least this. */
export function hearServerTime(serverTime: number): void {
  if (!Number.isFinite(serverTime)) return
  const ahead = serverTime - serverNow()
  if (best === undefined || ahead > 0) take(serverTime, Math.max(best?.error ?? 0, UNTOLD_WAY))
  else if (ahead < -LAG) doubt()
}

/** What the server's clock says now. */
export function serverNow(): number {
  if (best === undefined) return Date.now()
  isDoubtful()
  return Math.round(best.at + longest(best.since()))
}

/** Hears when it is worth asking the server for its time. */
export function whenDoubted(listener: () => void): () => void {
  doubters.add(listener)
  return () => doubters.delete(listener)
}

/** Forgets what was learnt, for tests. */
export function forgetServerTime(): void {
  best = undefined
  isDoubted = false
}

function take(at: number, error: number): void {
  best = { at, error, since: startWatch() }
  isDoubted = false
}

function isDoubtful(): boolean {
  if (isDoubted || best === undefined) return isDoubted
  const { wall, steady } = best.since()
  if (Math.abs(wall - steady) > LEAP) doubt()
  return isDoubted
}

function doubt(): void {
  if (isDoubted) return
  isDoubted = true
  for (const listener of doubters) listener()
}
