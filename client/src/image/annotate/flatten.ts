/**
 * Makes one picture of a picture and what was drawn on it. What is hidden is hidden first, so that no mark of the old pixels
 * is left anywhere; then the shapes are drawn in their order.
 */
import { MAX_IMAGE_BYTES } from '@rondo/shared/image/model.ts'
import { coverPixels, onPicture } from './cover-pixels.ts'
import { regionOf, type Shapes, type Size, unitOf } from './shapes.ts'
import { HALO, STEP, STROKE, type Stroke, strokesOf, TEXT } from './strokes.ts'

/** The colours of marks: they become part of the picture, so they follow no theme. */
export interface MarkColours {
  readonly mark: string
  readonly halo: string
  readonly font: string
}

/** Reads them from the style sheet, where they stand with all other colours. */
export const markColours = (): MarkColours => {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
  return {
    mark: read('--c-mark', '#9b2e5d'),
    halo: read('--c-mark-halo', '#ffffff'),
    font: read('--font-sans', 'sans-serif'),
  }
}

export const flatten = async (picture: Blob, shapes: Shapes, colours: MarkColours): Promise<Blob> => {
  const bitmap = await createImageBitmap(picture)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (brush === null) throw new Error('This browser cannot draw.')
  brush.drawImage(bitmap, 0, 0)
  bitmap.close()
  hide(brush, shapes, canvas)
  draw(brush, shapes, canvas, colours)
  return asFile(canvas, picture.type)
}

const hide = (brush: CanvasRenderingContext2D, shapes: Shapes, size: Size): void => {
  for (const shape of shapes) {
    if (shape.kind !== 'blur') continue
    const { x, y, width, height } = onPicture(regionOf(shape), size)
    if (width === 0 || height === 0) continue
    const pixels = brush.getImageData(x, y, width, height)
    coverPixels(pixels.data)
    brush.putImageData(pixels, x, y)
  }
}

const draw = (brush: CanvasRenderingContext2D, shapes: Shapes, size: Size, colours: MarkColours): void => {
  const unit = unitOf(size)
  brush.lineJoin = 'round'
  brush.lineCap = 'round'
  brush.font = `600 ${TEXT * unit}px ${colours.font}`
  for (const shape of shapes) {
    const strokes = strokesOf(shape, shapes, unit)
    for (const stroke of strokes) drawHalo(brush, stroke, unit, colours)
    for (const stroke of strokes) drawMark(brush, stroke, unit, colours)
  }
}

const drawHalo = (
  brush: CanvasRenderingContext2D,
  stroke: Stroke,
  unit: number,
  { halo }: MarkColours,
): void => {
  brush.strokeStyle = halo
  brush.lineWidth = HALO * unit
  if (stroke.kind === 'line') brush.stroke(new Path2D(stroke.path))
  else if (stroke.kind === 'filled') {
    brush.lineWidth = (HALO - STROKE) * unit
    brush.stroke(new Path2D(stroke.path))
  } else if (stroke.kind === 'words') {
    brush.textAlign = 'start'
    brush.textBaseline = 'alphabetic'
    brush.strokeText(stroke.text, stroke.x, stroke.y)
  } else {
    brush.lineWidth = (HALO - STROKE) * unit
    brush.stroke(circle(stroke.x, stroke.y, STEP * unit))
  }
}

const drawMark = (
  brush: CanvasRenderingContext2D,
  stroke: Stroke,
  unit: number,
  { mark, halo }: MarkColours,
): void => {
  brush.strokeStyle = mark
  brush.fillStyle = mark
  brush.lineWidth = STROKE * unit
  if (stroke.kind === 'line') brush.stroke(new Path2D(stroke.path))
  else if (stroke.kind === 'filled') paint(brush, new Path2D(stroke.path))
  else if (stroke.kind === 'words') brush.fillText(stroke.text, stroke.x, stroke.y)
  else {
    paint(brush, circle(stroke.x, stroke.y, STEP * unit))
    brush.fillStyle = halo
    brush.textAlign = 'center'
    brush.textBaseline = 'middle'
    brush.fillText(stroke.text, stroke.x, stroke.y)
  }
}

const paint = (brush: CanvasRenderingContext2D, path: Path2D): void => brush.fill(path)

const circle = (x: number, y: number, radius: number): Path2D => {
  const path = new Path2D()
  path.arc(x, y, radius, 0, 2 * Math.PI)
  return path
}

/** A photograph stays one; everything else stays sharp, unless it would be too large to be taken. */
const asFile = async (canvas: HTMLCanvasElement, type: string): Promise<Blob> => {
  const photograph = () => asBlob(canvas, 'image/jpeg', 0.92)
  if (type === 'image/jpeg') return photograph()
  const sharp = await asBlob(canvas, 'image/png')
  return sharp.size > MAX_IMAGE_BYTES ? photograph() : sharp
}

const asBlob = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture could not be written.')) : resolve(blob)),
      type,
      quality,
    )
  })
