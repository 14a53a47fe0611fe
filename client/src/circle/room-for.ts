import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'

type Seating = Pick<Circle, 'seatLimit' | 'seats' | 'waiting'>

/** How many seats nobody has taken; as many as come where there is no limit. */
export const freeSeats = ({ seatLimit, seats }: Seating): number =>
  seatLimit === null ? Number.POSITIVE_INFINITY : Math.max(0, seatLimit - seats.length)

/** Whether somebody without a seat has to wait: all are taken, or those who wait longer come first. */
export const mustWait = (circle: Seating, memberId: MemberId): boolean => {
  const place = circle.waiting.indexOf(memberId)
  return (place === -1 ? circle.waiting.length : place) >= freeSeats(circle)
}
