import type { ReactNode } from 'react'
import './ring.css'

interface DrawingProps {
  readonly size: number
  /** What a screen reader says; without it the drawing is an ornament. */
  readonly label: string | undefined
  readonly plain?: boolean
  readonly children: ReactNode
}

/** The square on which every small ring is drawn. */
export function Drawing({ size, label, plain = false, children }: DrawingProps) {
  const frame = {
    className: plain ? 'ring ring-plain' : 'ring',
    width: size,
    height: size,
    viewBox: `0 0 ${size} ${size}`,
  }
  if (label === undefined) {
    return (
      <svg aria-hidden="true" {...frame}>
        {children}
      </svg>
    )
  }
  return (
    <svg role="img" aria-label={label} {...frame}>
      {children}
    </svg>
  )
}
