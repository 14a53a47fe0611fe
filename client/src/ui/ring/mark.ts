import { arcPath, FULL, type Point, pointAt, round2, type Stroke } from './geometry.ts'

/** The logo: a table line with one opening at half past one, and the lit seat in it. */
export interface MarkShape {
  readonly line: Stroke
  readonly seat: Point
  readonly seatRadius: number
}

const HALF_PAST_ONE = -Math.PI / 4

/** Draws the mark at any size; the line never gets thinner than a pixel and a half. */
export function markShape(size: number): MarkShape {
  const width = Math.max(1.5, size / 11)
  const seat = size / 7.2
  const centre = size / 2
  const radius = centre - Math.max(seat, width / 2) - 0.25
  const gap = Math.max(1.25, size / 16)
  const half = (seat + gap + width / 2) / radius
  return {
    line: {
      d: arcPath(centre, radius, HALF_PAST_ONE + half, HALF_PAST_ONE - half + FULL),
      width: round2(width),
    },
    seat: pointAt(centre, radius, HALF_PAST_ONE),
    seatRadius: round2(seat),
  }
}
