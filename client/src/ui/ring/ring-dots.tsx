import { type DotState, dotsShape } from './dots.ts'
import { Drawing } from './drawing.tsx'

interface RingDotsProps {
  readonly states: readonly DotState[]
  readonly size?: number
  /** Person colours (1 to 16) by seat; hollow and lit seats keep their own. */
  readonly colours?: readonly number[]
  /** Drawn in the colour of the text round it, as an icon. */
  readonly plain?: boolean
  readonly label?: string
}

/** A circle in a list, who is here, who has answered: one dot a seat. */
export function RingDots({ states, size = 24, colours, plain = false, label }: RingDotsProps) {
  const { strokes, dots } = dotsShape(states, size)
  return (
    <Drawing size={size} label={label} plain={plain}>
      {strokes.map((stroke) => (
        <path key={stroke.d} className="ring-rim" d={stroke.d} strokeWidth={stroke.width} />
      ))}
      {dots.map((dot, index) => {
        const colour = dot.state === 'done' ? colours?.[index] : undefined
        return (
          <circle
            key={`${dot.x} ${dot.y}`}
            className={`ring-${dot.state}`}
            cx={dot.x}
            cy={dot.y}
            r={dot.radius}
            style={colour === undefined ? undefined : { fill: `var(--p${colour})` }}
          />
        )
      })}
    </Drawing>
  )
}
