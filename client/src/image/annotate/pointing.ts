import { inside, isSpan, moved, type Point, type Shape, type Size, stretched } from './shapes.ts'

/** What a finger or a mouse is doing between pressing and letting go. */
export type Hold =
  | { readonly kind: 'draw'; readonly shape: Shape }
  | { readonly kind: 'move'; readonly shape: Shape; readonly start: Point }
  | { readonly kind: 'stretch'; readonly shape: Shape; readonly end: 'from' | 'to' }

/** The shape as it is with the pointer there. */
export const shapeUnder = (hold: Hold, point: Point, size: Size): Shape => {
  const { shape } = hold
  switch (hold.kind) {
    case 'draw':
      return isSpan(shape) ? stretched(shape, 'to', point, size) : { ...shape, at: inside(point, size) }
    case 'move':
      return moved(shape, { x: point.x - hold.start.x, y: point.y - hold.start.y }, size)
    case 'stretch':
      return isSpan(shape) ? stretched(shape, hold.end, point, size) : shape
  }
}

/** Whether a span that was drawn has any size; a mere press has none. */
export const isDrawn = (shape: Shape, unit: number): boolean =>
  !isSpan(shape) || Math.hypot(shape.to.x - shape.from.x, shape.to.y - shape.from.y) >= 6 * unit

/** A point of the screen as one of the picture, which lies in the middle of its board, as large as that allows. */
export const pointOn = (
  board: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { width, height }: Size,
): Point => {
  const scale = Math.min(board.width / width, board.height / height)
  return {
    x: (clientX - board.left - (board.width - width * scale) / 2) / scale,
    y: (clientY - board.top - (board.height - height * scale) / 2) / scale,
  }
}
