import { useState } from 'react'

/**
 * The angle the light has turned to, in degrees. It grows past 360 rather than jumping back to 0, so that the
 * light always takes the short way from one seat to the next.
 */
export function useTravel(lit: number | null, count: number): number {
  const [turned, setTurned] = useState(0)
  if (lit === null || count === 0) return turned
  const angle = nearestTurn(turned, (lit * 360) / count)
  if (angle !== turned) setTurned(angle)
  return angle
}

/** The angle equal to `target` (modulo a full turn) that lies nearest to `from`. */
export function nearestTurn(from: number, target: number): number {
  return target + Math.round((from - target) / 360) * 360
}
