import { Drawing } from './drawing.tsx'
import { progressShape } from './progress.ts'

interface RingProgressProps {
  /** Minutes of each segment: spent for those done, planned for the rest. */
  readonly segments: readonly number[]
  /** Minutes since the start. */
  readonly elapsed: number
  readonly size?: number
  readonly label?: string
}

/** How far a meeting has come, as a ring of its segments. */
export function RingProgress({ segments, elapsed, size = 84, label }: RingProgressProps) {
  const { strokes, dot, dotRadius } = progressShape(segments, elapsed, size)
  return (
    <Drawing size={size} label={label}>
      {strokes.map((stroke) => (
        <path key={stroke.d} className={`ring-${stroke.tone}`} d={stroke.d} strokeWidth={stroke.width} />
      ))}
      <circle className="ring-lit" cx={dot.x} cy={dot.y} r={dotRadius} />
    </Drawing>
  )
}
