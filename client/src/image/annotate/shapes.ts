/** What somebody draws on a picture, in the picture's own pixels; nothing here knows a screen. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export type SpanKind = 'arrow' | 'box' | 'blur'
export type SpotKind = 'text' | 'step'
export type ShapeKind = SpanKind | SpotKind

/** From where to where: an arrow points to `to`; of a box and a blur they are opposite corners. */
export interface Span {
  readonly id: number
  readonly kind: SpanKind
  readonly from: Point
  readonly to: Point
}

/** At one place: a text begins there, the number of a step is around it. */
export type Spot =
  | { readonly id: number; readonly kind: 'text'; readonly at: Point; readonly text: string }
  | { readonly id: number; readonly kind: 'step'; readonly at: Point }

export type Shape = Span | Spot

/** In the order in which they lie on each other, the last on top. */
export type Shapes = readonly Shape[]

export const isSpan = (shape: Shape): shape is Span => 'from' in shape

/** One unit is a pixel of a picture that is 800 wide: marks of large pictures are as large to the eye. */
export const unitOf = ({ width, height }: Size): number => Math.max(1, Math.max(width, height / 2) / 800)

/** A shape of a kind in the middle of a picture, for whoever does not point. */
export const inTheMiddle = (id: number, kind: ShapeKind, { width, height }: Size, text: string): Shape => {
  const middle = { x: Math.round(width / 2), y: Math.round(height / 2) }
  const [dx, dy] = [Math.round(width / 8), Math.round(height / 8)]
  if (kind === 'text') return { id, kind, at: middle, text }
  if (kind === 'step') return { id, kind, at: middle }
  return {
    id,
    kind,
    from: { x: middle.x - dx, y: middle.y - dy },
    to: { x: middle.x + dx, y: middle.y + dy },
  }
}

const within = (value: number, most: number): number => Math.min(Math.max(0, value), most)

export const inside = ({ x, y }: Point, { width, height }: Size): Point => ({
  x: within(Math.round(x), width),
  y: within(Math.round(y), height),
})

/** Moves a shape as far as the picture goes; it keeps its form. */
export const moved = (shape: Shape, by: Point, size: Size): Shape => {
  const points = pointsOf(shape)
  const room = (low: number, high: number, most: number, step: number) =>
    Math.min(Math.max(step, -low), most - high)
  const dx = room(...reach(points.map(({ x }) => x)), size.width, Math.round(by.x))
  const dy = room(...reach(points.map(({ y }) => y)), size.height, Math.round(by.y))
  const shift = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy })
  return isSpan(shape)
    ? { ...shape, from: shift(shape.from), to: shift(shape.to) }
    : { ...shape, at: shift(shape.at) }
}

const reach = (values: readonly number[]): [low: number, high: number] => [
  Math.min(...values),
  Math.max(...values),
]

const pointsOf = (shape: Shape): Point[] => (isSpan(shape) ? [shape.from, shape.to] : [shape.at])

/** Moves one end of a span, as far as the picture goes. */
export const stretched = (span: Span, end: 'from' | 'to', to: Point, size: Size): Span => ({
  ...span,
  [end]: inside(to, size),
})

/** The rectangle between two corners. */
export interface Region {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const regionOf = ({ from, to }: Pick<Span, 'from' | 'to'>): Region => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
})

/** Which step of all steps it is, from 1. */
export const numberOf = (shapes: Shapes, id: number): number =>
  shapes.filter(({ kind }) => kind === 'step').findIndex((step) => step.id === id) + 1
