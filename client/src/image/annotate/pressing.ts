import { isSpan, moved, type Shape, type Size, stretched } from './shapes.ts'
import type { SketchEvent } from './sketch.ts'

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface Key {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * What a key does to the shape that has the focus: arrows move it by a hundredth of the picture, with Alt by a pixel, with
 * Shift they move its end.
 */
export const pressedOn = (
  shape: Shape,
  { key, shiftKey, altKey }: Key,
  size: Size,
): SketchEvent | undefined => {
  if (key === 'Delete' || key === 'Backspace') return { type: 'removed', id: shape.id }
  const direction = DIRECTIONS[key]
  if (direction === undefined) return undefined
  const step = altKey ? 1 : Math.max(1, Math.round(Math.max(size.width, size.height) / 100))
  const by = { x: direction[0] * step, y: direction[1] * step }
  if (!shiftKey || !isSpan(shape)) return { type: 'changed', shape: moved(shape, by, size) }
  const end = { x: shape.to.x + by.x, y: shape.to.y + by.y }
  return { type: 'changed', shape: stretched(shape, 'to', end, size) }
}
