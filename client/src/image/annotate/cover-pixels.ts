import type { Region, Size } from './shapes.ts'

/** The part of a region that lies on the picture, in whole pixels, none of which is left half covered. */
export const onPicture = ({ x, y, width, height }: Region, size: Size): Region => {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const [right, bottom] = [
    Math.min(size.width, Math.ceil(x + width)),
    Math.min(size.height, Math.ceil(y + height)),
  ]
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
}

/**
 * Gives all pixels the same colour, the mean of what they were. A real blur, or large blocks, can be undone where it is known
 * what may have stood there; of one colour nothing can be told but that colour.
 *
 * @param pixels red, green, blue and opacity of each, as a canvas gives them
 */
export const coverPixels = (pixels: Uint8ClampedArray): void => {
  const sums = [0, 0, 0]
  const count = pixels.length / 4
  for (let i = 0; i < pixels.length; i += 4)
    for (let channel = 0; channel < 3; channel++)
      sums[channel] = (sums[channel] ?? 0) + (pixels[i + channel] ?? 0)
  const mean = sums.map((sum) => Math.round(sum / Math.max(1, count)))
  for (let i = 0; i < pixels.length; i += 4) pixels.set([...mean, 255], i)
}
