import type { Shape, Shapes } from './shapes.ts'

/** What is drawn, what is chosen, and the way back. */
export interface Sketch {
  readonly shapes: Shapes
  /** The id of the shape that is chosen. */
  readonly chosen: number | undefined
  readonly past: readonly Shapes[]
  readonly future: readonly Shapes[]
}

export const emptySketch: Sketch = { shapes: [], chosen: undefined, past: [], future: [] }

export type SketchEvent =
  | { readonly type: 'added'; readonly shape: Shape }
  | { readonly type: 'changed'; readonly shape: Shape }
  | { readonly type: 'removed'; readonly id: number }
  | { readonly type: 'chosen'; readonly id: number | undefined }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }

export const nextSketch = (sketch: Sketch, event: SketchEvent): Sketch => {
  const { shapes } = sketch
  switch (event.type) {
    case 'added':
      return { ...keeping(sketch, [...shapes, event.shape]), chosen: event.shape.id }
    case 'changed': {
      const { shape } = event
      const before = shapes.find(({ id }) => id === shape.id)
      if (before === undefined || JSON.stringify(before) === JSON.stringify(shape)) return sketch
      return keeping(
        sketch,
        shapes.map((one) => (one.id === shape.id ? shape : one)),
      )
    }
    case 'removed':
      return shapes.some(({ id }) => id === event.id)
        ? { ...keeping(sketch, without(shapes, event.id)), chosen: undefined }
        : sketch
    case 'chosen':
      return { ...sketch, chosen: event.id }
    case 'undone':
      return step(sketch, 'past', 'future')
    case 'redone':
      return step(sketch, 'future', 'past')
  }
}

const without = (shapes: Shapes, id: number): Shapes => shapes.filter((shape) => shape.id !== id)

const keeping = (sketch: Sketch, shapes: Shapes): Sketch => ({
  ...sketch,
  shapes,
  past: [...sketch.past, sketch.shapes],
  future: [],
})

/** Goes one step from where `from` leads, and leaves the way back in `to`. */
const step = (sketch: Sketch, from: 'past' | 'future', to: 'past' | 'future'): Sketch => {
  const shapes = sketch[from].at(-1)
  if (shapes === undefined) return sketch
  const isThere = shapes.some(({ id }) => id === sketch.chosen)
  return {
    shapes,
    chosen: isThere ? sketch.chosen : undefined,
    past: sketch.past,
    future: sketch.future,
    [from]: sketch[from].slice(0, -1),
    [to]: [...sketch[to], sketch.shapes],
  }
}

/** A number that no shape has or had. */
export const nextId = ({ shapes, past, future }: Sketch): number =>
  1 + Math.max(0, ...[shapes, ...past, ...future].flat().map(({ id }) => id))
