import type { CSSProperties, ReactNode } from 'react'
import { initialsOf } from '../avatar/initials.ts'
import type { Point } from './geometry.ts'

/** present: filled; waiting: paper with an edge; away: hatched rim. */
export type SeatState = 'present' | 'waiting' | 'away'

/** One person at the table. */
export interface Seat {
  readonly id: string
  readonly name: string
  /** 1 to 16. */
  readonly colour: number
  readonly state?: SeatState
  /** What stands beside the seat when names are shown; the first name by default. */
  readonly shown?: string
  /** Why this seat: "last led 9 weeks ago". Told on hover and focus. */
  readonly why?: string
  readonly badge?: ReactNode
}

interface RingSeatProps {
  readonly seat: Seat
  readonly at: Point
  readonly ring: { readonly size: number; readonly radius: number }
  readonly diameter: number
  readonly lit: boolean
  readonly initials: boolean
  readonly named: boolean
  readonly onSeat: ((seat: Seat) => void) | undefined
  readonly onLook?: ((seat: Seat) => void) | undefined
}

function sideOf(at: Point, ring: RingSeatProps['ring']): string {
  const centre = ring.size / 2
  const height = at.y < centre - 1 ? 'above' : 'below'
  if (Math.abs(at.x - centre) < ring.radius * 0.2) return height
  const side = at.x < centre ? 'left' : 'right'
  // Beside the middle the line runs straight up and down: the name keeps clear of it.
  return Math.abs(at.y - centre) < ring.radius * 0.2 ? `below level ${side}` : `${height} ${side}`
}

/** The whole name, after what stands beside the seat where that is something else, such as "You". */
function calledBy({ name, shown }: Seat): string {
  return shown === undefined || name.startsWith(shown) ? name : `${shown}, ${name}`
}

/** A seat at its place; a button where seats act. */
export function RingSeat({ seat, at, ring, diameter, lit, initials, named, onSeat, onLook }: RingSeatProps) {
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--x': `${(at.x / ring.size) * 100}%`,
    '--y': `${(at.y / ring.size) * 100}%`,
    '--seat': `${diameter}px`,
    '--person': `var(--p${seat.colour})`,
    '--person-on': `var(--p${seat.colour}-on)`,
  }
  const called = calledBy(seat)
  const told = seat.why === undefined ? called : `${called}: ${seat.why}`
  const inside = (
    <>
      <span className="seat-disc" data-initials={initials ? initialsOf(seat.name) : ''} />
      {seat.badge === undefined ? null : <span className="seat-badge">{seat.badge}</span>}
      {named ? (
        <span className="seat-name" data-side={sideOf(at, ring)} aria-hidden="true">
          {seat.shown ?? seat.name.split(' ')[0]}
        </span>
      ) : null}
    </>
  )
  const shared = {
    className: 'seat',
    style,
    title: told,
    'data-lit': lit,
    'data-state': seat.state ?? 'present',
  }
  if (onSeat === undefined) return <span {...shared}>{inside}</span>
  return (
    <button
      type="button"
      {...shared}
      aria-label={told}
      onClick={() => onSeat(seat)}
      onFocus={() => onLook?.(seat)}
      onMouseEnter={() => onLook?.(seat)}
    >
      {inside}
    </button>
  )
}
