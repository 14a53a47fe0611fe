import { arcPath, type Point, pointAt, round2, type Stroke, seatAngle } from './geometry.ts'

/** edge: plain line; went: already spoken; next: the hand-over, from the lit seat to the one after it. */
type TableTone = 'edge' | 'went' | 'next'

interface TableStroke extends Stroke {
  readonly tone: TableTone
}

export interface TablePlan {
  readonly count: number
  readonly size: number
  readonly seat: number
  readonly names: boolean
  readonly lit: number | null
  /** The seat the light goes to; drawn as an arrow when it is the lit one's neighbour. */
  readonly next: number | null
  /** The seat the round began with; arcs from it up to the lit seat are thick. */
  readonly from: number | null
}

export interface TableShape {
  readonly radius: number
  readonly lineWidth: number
  readonly litSize: number
  /** Nine or more people sit a little closer. */
  readonly seatSize: number
  readonly seats: readonly Point[]
  readonly strokes: readonly TableStroke[]
  readonly arrow: Stroke | null
  readonly lightRadius: number
}

const RIM = 5

/** How large a seat is when nobody says: small rings have smaller seats, and a full table narrower ones. */
export function seatSizeFor(size: number, count: number): number {
  const plain = size >= 220 ? Math.min(50, Math.max(38, size / 6.4)) : Math.min(32, Math.max(10, size / 5.6))
  return count >= 9 ? Math.max(Math.min(24, plain), plain * 0.8) : plain
}

function arrowHead(tip: Point, angle: number, seat: number, width: number): Stroke {
  const direction = angle + Math.PI / 2 - 0.05
  const length = seat * 0.13 + 1
  const barb = (spread: number) =>
    `${round2(tip.x - length * Math.cos(direction + spread))} ${round2(tip.y - length * Math.sin(direction + spread))}`
  return { d: `M${barb(0.62)}L${tip.x} ${tip.y}L${barb(-0.62)}`, width }
}

function toneOf(plan: TablePlan, index: number): TableTone {
  const { count, lit, next, from } = plan
  if (lit === null) return 'edge'
  if (index === lit && next === (index + 1) % count) return 'next'
  if (from !== null && (index - from + count) % count < (lit - from + count) % count) return 'went'
  return 'edge'
}

/** People round a table: seats clockwise from the top, the line broken by them, and the arrow to the next. */
export function tableShape(plan: TablePlan): TableShape {
  const { count, size, seat, lit } = plan
  const centre = size / 2
  const litSize = seat * 1.2
  const radius = centre - litSize / 2 - 6 - (plan.names ? 20 : 4)
  const gap = seat * 0.16 + 2
  const lineWidth = size >= 220 ? 1.75 : 1.5
  const reach = (index: number) => {
    const rim = index % count === lit ? litSize / 2 + RIM : seat / 2
    return 2 * Math.asin(Math.min(1, (rim + gap) / 2 / radius))
  }
  const strokes: TableStroke[] = []
  let arrow: Stroke | null = null
  for (let index = 0; index < count; index++) {
    const from = seatAngle(index, count) + reach(index)
    const to = seatAngle(index + 1, count) - reach(index + 1)
    if (to <= from) continue
    const tone = toneOf(plan, index)
    const width = tone === 'next' ? lineWidth + 0.25 : lineWidth
    strokes.push({ tone, width, d: arcPath(centre, radius, from, to) })
    if (tone === 'next') arrow = arrowHead(pointAt(centre, radius, to), to, seat, width)
  }
  return {
    radius: round2(radius),
    lineWidth,
    litSize: round2(litSize),
    seatSize: round2(seat),
    seats: Array.from({ length: count }, (_, index) => pointAt(centre, radius, seatAngle(index, count))),
    strokes,
    arrow,
    lightRadius: round2(radius * 0.68),
  }
}
