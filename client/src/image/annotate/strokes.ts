/**
 * How shapes are drawn: as strokes that the screen (SVG) and the picture (canvas) both follow, so that what is kept is what
 * was seen. Every stroke lies on a lighter, wider one, which keeps it apart from any picture.
 */
import { numberOf, regionOf, type Shape, type Shapes, type Span } from './shapes.ts'

/** Sizes in units of the picture, see `unitOf`. */
export const STROKE = 4
export const HALO = 9
export const TEXT = 24
export const STEP = 17
const HEAD = 20
const HEAD_HALF = 10

export type Stroke =
  | { readonly kind: 'line'; readonly path: string }
  | { readonly kind: 'filled'; readonly path: string }
  | { readonly kind: 'words'; readonly x: number; readonly y: number; readonly text: string }
  | { readonly kind: 'badge'; readonly x: number; readonly y: number; readonly text: string }

/** Of a blur nothing is drawn: there the picture itself is changed. */
export const strokesOf = (shape: Shape, shapes: Shapes, unit: number): Stroke[] => {
  switch (shape.kind) {
    case 'arrow':
      return arrow(shape, unit)
    case 'box':
      return [{ kind: 'line', path: rectangle(shape) }]
    case 'text':
      return [{ kind: 'words', ...shape.at, text: shape.text }]
    case 'step':
      return [{ kind: 'badge', ...shape.at, text: String(numberOf(shapes, shape.id)) }]
    case 'blur':
      return []
  }
}

export const rectangle = (span: Pick<Span, 'from' | 'to'>): string => {
  const { x, y, width, height } = regionOf(span)
  return `M${x} ${y}h${width}v${height}h${-width}z`
}

/** The shaft ends within the head, so that its end does not show beside the tip. */
const arrow = ({ from, to }: Span, unit: number): Stroke[] => {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return []
  const head = Math.min(HEAD * unit, length)
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const half = (head / HEAD) * HEAD_HALF
  const base = { x: to.x - ux * head, y: to.y - uy * head }
  const [left, right] = [
    { x: base.x - uy * half, y: base.y + ux * half },
    { x: base.x + uy * half, y: base.y - ux * half },
  ]
  const at = ({ x, y }: { x: number; y: number }) => `${round(x)} ${round(y)}`
  return [
    { kind: 'line', path: `M${at(from)}L${at({ x: to.x - ux * head * 0.7, y: to.y - uy * head * 0.7 })}` },
    { kind: 'filled', path: `M${at(to)}L${at(left)}L${at(right)}z` },
  ]
}

const round = (value: number): number => Math.round(value * 100) / 100
