import { type ReactNode, useId } from 'react'
import { RingSeat, type Seat } from './ring-seat.tsx'
import { seatSizeFor, tableShape } from './table.ts'
import { useTravel } from './travel.ts'
import './ring.css'
import './ring-table.css'

interface RingTableProps {
  /** In the order of the turn, or of the fixed seats of a live round. */
  readonly seats: readonly Seat[]
  /** What the ring says, as a sentence: "You lead Thursday, then Jonas". */
  readonly label: string
  readonly size?: number
  readonly seatSize?: number
  readonly lit?: number | null
  readonly next?: number | null
  readonly from?: number | null
  readonly names?: boolean
  /** With it, seats are buttons in reading order. */
  readonly onSeat?: (seat: Seat) => void
  /** A seat that acts is hovered or has the focus. */
  readonly onLook?: (seat: Seat) => void
  /** What stands on the table. */
  readonly children?: ReactNode
}

const INITIALS_FROM = 140

/** People round a table, the seat that leads lit up, and the way the lead goes. */
export function RingTable(props: RingTableProps) {
  const {
    seats,
    label,
    size = 240,
    lit = null,
    next = null,
    from = null,
    names = false,
    onSeat,
    onLook,
    children,
  } = props
  const clip = useId()
  const seat = props.seatSize ?? seatSizeFor(size, seats.length)
  const shape = tableShape({ count: Math.max(seats.length, 1), size, seat, names, lit, next, from })
  const turned = useTravel(lit, seats.length)
  const centre = size / 2
  const named = { role: onSeat === undefined ? 'img' : 'group', 'aria-label': label }
  return (
    <div className="ring-table" style={{ inlineSize: size, blockSize: size }} {...named}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <clipPath id={clip}>
          <circle cx={centre} cy={centre} r={shape.radius - shape.lineWidth / 2} />
        </clipPath>
        <circle className="ring-table-top" cx={centre} cy={centre} r={shape.radius} />
        {lit === null ? null : (
          <g clipPath={`url(#${clip})`}>
            <circle
              className="ring-table-travel ring-table-light"
              style={{ transform: `rotate(${turned}deg)` }}
              cx={centre}
              cy={centre - shape.radius}
              r={shape.lightRadius}
            />
          </g>
        )}
        {shape.strokes.map((stroke) => (
          <path
            key={stroke.d}
            className={`ring-table-${stroke.tone}`}
            d={stroke.d}
            strokeWidth={stroke.width}
          />
        ))}
        {shape.arrow === null ? null : (
          <path className="ring-table-next" d={shape.arrow.d} strokeWidth={shape.arrow.width} />
        )}
        {lit === null ? null : (
          <circle
            className="ring-table-travel ring-table-ember"
            style={{ transform: `rotate(${turned}deg)` }}
            cx={centre}
            cy={centre - shape.radius}
            r={shape.litSize / 2 + 3.75}
          />
        )}
      </svg>
      {seats.map((person, index) => (
        <RingSeat
          key={person.id}
          seat={person}
          at={shape.seats[index] ?? { x: centre, y: centre }}
          ring={{ size, radius: shape.radius }}
          diameter={index === lit ? shape.litSize : shape.seatSize}
          lit={index === lit}
          initials={size >= INITIALS_FROM}
          named={names}
          onSeat={onSeat}
          onLook={onLook}
        />
      ))}
      <div className="ring-table-centre">{children}</div>
    </div>
  )
}
