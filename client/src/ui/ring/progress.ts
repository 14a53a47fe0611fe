import { arcPath, FULL, type Point, pointAt, round2, type Stroke, TOP } from './geometry.ts'

/** Thick past, thin future. */
type ProgressTone = 'spent' | 'now' | 'todo'

interface ProgressStroke extends Stroke {
  readonly tone: ProgressTone
}

export interface ProgressShape {
  readonly strokes: readonly ProgressStroke[]
  readonly dot: Point
  readonly dotRadius: number
}

const ONE_ARC_BELOW = 40

/**
 * The progress of a meeting: one arc a segment, as long as its minutes, the lit dot where we are.
 * `segments` are minutes (spent for those done, planned for the rest); `elapsed` counts from the start.
 */
export function progressShape(segments: readonly number[], elapsed: number, size: number): ProgressShape {
  const total = Math.max(
    segments.reduce((sum, minutes) => sum + minutes, 0),
    0.01,
  )
  const arcs = size < ONE_ARC_BELOW ? [total] : segments
  const thick = Math.max(3, size / 18)
  const thin = round2(Math.max(1.25, thick * 0.4))
  const dot = thick * 1.05 + 0.5
  const centre = size / 2
  const radius = centre - dot - 1
  const gap = (thick + Math.max(2, size / 30)) / radius
  const angle = (minutes: number) => TOP + (minutes / total) * FULL
  const now = Math.min(Math.max(elapsed, 0), total)
  const clear = (dot + Math.max(2, size / 40) + thick / 2) / radius
  const strokes: ProgressStroke[] = []
  const draw = (tone: ProgressTone, from: number, to: number) => {
    if (to > from)
      strokes.push({
        tone,
        d: arcPath(centre, radius, from, to),
        width: tone === 'todo' ? thin : round2(thick),
      })
  }
  let begun = 0
  for (const minutes of arcs) {
    const from = angle(begun) + gap / 2
    const to = angle(begun + minutes) - gap / 2
    const ends = begun + minutes
    if (now >= ends - 0.01) draw('spent', from, to)
    else if (now <= begun) draw('todo', from, to)
    else {
      draw('now', from, angle(now) - clear)
      draw('todo', angle(now) + clear, to)
    }
    begun = ends
  }
  return { strokes, dot: pointAt(centre, radius, angle(now)), dotRadius: round2(dot) }
}
