/** A place on the drawing, rounded to hundredths of a pixel. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** One stroke of the table line. */
export interface Stroke {
  readonly d: string
  readonly width: number
}

/** Seats start at twelve o'clock. */
export const TOP = -Math.PI / 2
export const FULL = 2 * Math.PI

/** Two decimals are enough for a screen and keep the markup short. */
export function round2(value: number): number {
  return +value.toFixed(2)
}

/** Where seat `index` of `count` stands, clockwise from the top, like a clock. */
export function seatAngle(index: number, count: number): number {
  return TOP + (index * FULL) / count
}

/** The point at `angle` on a circle round (`centre`, `centre`). */
export function pointAt(centre: number, radius: number, angle: number): Point {
  return { x: round2(centre + radius * Math.cos(angle)), y: round2(centre + radius * Math.sin(angle)) }
}

/** An arc of the table line, clockwise from one angle to the other, as an SVG path. */
export function arcPath(centre: number, radius: number, from: number, to: number): string {
  const start = pointAt(centre, radius, from)
  const end = pointAt(centre, radius, to)
  const r = round2(radius)
  return `M${start.x} ${start.y}A${r} ${r} 0 ${to - from > Math.PI ? 1 : 0} 1 ${end.x} ${end.y}`
}
