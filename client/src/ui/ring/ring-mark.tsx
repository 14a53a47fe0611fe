import { Drawing } from './drawing.tsx'
import { markShape } from './mark.ts'

interface RingMarkProps {
  readonly size?: number
  /** What a screen reader says; without it the mark is an ornament. */
  readonly label?: string
  /** The dot goes from seat to seat: something is being fetched. */
  readonly turning?: boolean
}

/** The logo and the loading mark. */
export function RingMark({ size = 24, label, turning = false }: RingMarkProps) {
  const { line, seat, seatRadius } = markShape(size)
  return (
    <Drawing size={size} label={label}>
      <g className={turning ? 'ring-turning' : undefined}>
        <path className="ring-line" d={line.d} strokeWidth={line.width} />
        <circle className="ring-lit" cx={seat.x} cy={seat.y} r={seatRadius} />
      </g>
    </Drawing>
  )
}
