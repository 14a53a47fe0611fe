import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverPixels, onPicture } from './cover-pixels.ts'
import { pointOn, shapeUnder } from './pointing.ts'
import { pressedOn } from './pressing.ts'
import { inTheMiddle, isSpan, moved, type Point, regionOf, type Shape, type Size, unitOf } from './shapes.ts'
import { strokesOf } from './strokes.ts'

const side = fc.integer({ min: 1, max: 4000 })
const size: fc.Arbitrary<Size> = fc.record({ width: side, height: side })
const anywhere: fc.Arbitrary<Point> = fc.record({
  x: fc.double({ min: -9000, max: 9000, noNaN: true }),
  y: fc.double({ min: -9000, max: 9000, noNaN: true }),
})
const kind = fc.constantFrom(
  'arrow' as const,
  'box' as const,
  'blur' as const,
  'text' as const,
  'step' as const,
)
const onIt = ({ width, height }: Size): fc.Arbitrary<Point> =>
  fc.record({ x: fc.integer({ min: 0, max: width }), y: fc.integer({ min: 0, max: height }) })

const shapeOn: fc.Arbitrary<{ size: Size; shape: Shape }> = fc.tuple(size, kind).chain(([size, kind]) =>
  fc.tuple(onIt(size), onIt(size)).map(([from, to]) => {
    if (kind === 'text') return { size, shape: { id: 1, kind, at: from, text: 'Here' } }
    if (kind === 'step') return { size, shape: { id: 1, kind, at: from } }
    return { size, shape: { id: 1, kind, from, to } }
  }),
)

const pointsOf = (shape: Shape): Point[] => (isSpan(shape) ? [shape.from, shape.to] : [shape.at])
const isOn = ({ width, height }: Size, shape: Shape): boolean =>
  pointsOf(shape).every(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height)

test('However a shape is moved, stretched or pressed, it stays on the picture.', () => {
  const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')
  fc.assert(
    fc.property(shapeOn, anywhere, keys, fc.boolean(), fc.boolean(), (on, point, key, shiftKey, altKey) => {
      const { size, shape } = on
      expect(isOn(size, moved(shape, point, size))).toBe(true)
      for (const hold of [
        { kind: 'draw', shape },
        { kind: 'move', shape, start: { x: 0, y: 0 } },
        { kind: 'stretch', shape, end: 'from' },
      ] as const)
        expect(isOn(size, shapeUnder(hold, point, size))).toBe(true)
      const pressed = pressedOn(shape, { key, shiftKey, altKey }, size)
      expect(pressed?.type === 'changed' && isOn(size, pressed.shape)).toBe(true)
    }),
  )
})

test('A shape that is moved keeps its form.', () => {
  fc.assert(
    fc.property(shapeOn, anywhere, ({ size, shape }, by) => {
      const [before, after] = [pointsOf(shape), pointsOf(moved(shape, by, size))]
      const spans = [before, after].map(([from, to]) => [
        (to?.x ?? 0) - (from?.x ?? 0),
        (to?.y ?? 0) - (from?.y ?? 0),
      ])
      if (isSpan(shape)) expect(spans[0]).toEqual(spans[1])
    }),
  )
})

test('What is put in the middle is on the picture and can be seen.', () => {
  fc.assert(
    fc.property(size, kind, (size, kind) => {
      const shape = inTheMiddle(1, kind, size, 'Here')
      expect(isOn(size, shape)).toBe(true)
      if (kind !== 'blur' && size.width > 8 && size.height > 8)
        expect(strokesOf(shape, [shape], unitOf(size)).length).toBeGreaterThan(0)
    }),
  )
})

test('A point of the screen is the point of the picture under it, however large the picture is shown and whatever is beside it.', () => {
  const room = fc.integer({ min: 0, max: 500 })
  fc.assert(
    fc.property(
      size.chain((size) => fc.tuple(fc.constant(size), onIt(size))),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      anywhere,
      room,
      fc.boolean(),
      ([size, point], scale, { x: left, y: top }, beside, isWide) => {
        const [across, down] = isWide ? [beside, 0] : [0, beside]
        const board = {
          left,
          top,
          width: size.width * scale + 2 * across,
          height: size.height * scale + 2 * down,
        }
        const clientX = left + across + point.x * scale
        const clientY = top + down + point.y * scale
        const found = pointOn(board, { clientX, clientY }, size)
        expect(found.x).toBeCloseTo(point.x, 4)
        expect(found.y).toBeCloseTo(point.y, 4)
      },
    ),
  )
})

test('Steps are numbered in their order, and again when one is gone.', () => {
  const steps: Shape[] = [1, 2, 3].map((id) => ({ id, kind: 'step', at: { x: id, y: 1 } }))
  const numbers = (shapes: Shape[]) =>
    shapes.flatMap((shape) => strokesOf(shape, shapes, 1).map((stroke) => 'text' in stroke && stroke.text))
  expect(numbers(steps)).toEqual(['1', '2', '3'])
  expect(numbers(steps.filter(({ id }) => id !== 2))).toEqual(['1', '2'])
})

const pixels = fc.uint8Array({ minLength: 4, maxLength: 400 }).map((bytes) => {
  const whole = new Uint8ClampedArray(bytes.length - (bytes.length % 4))
  whole.set(bytes.subarray(0, whole.length))
  return whole
})

test('What is hidden has one colour, which says nothing about where anything was.', () => {
  fc.assert(
    fc.property(pixels, (before) => {
      const [covered, turned] = [before.slice(), before.slice()]
      // The same pixels in another order.
      for (let i = 0; i < turned.length; i += 4)
        turned.set(before.subarray(before.length - 4 - i, before.length - i), i)
      coverPixels(covered)
      coverPixels(turned)
      const colours = new Set(
        Array.from({ length: covered.length / 4 }, (_, i) => covered.slice(i * 4, i * 4 + 4).join()),
      )
      expect(colours.size).toBe(1)
      expect(covered).toEqual(turned)
    }),
  )
})

test('Large blocks instead would tell two texts apart, so that the test above could fail.', () => {
  const blocks = (given: Uint8ClampedArray) => {
    coverPixels(given.subarray(0, given.length / 2))
    coverPixels(given.subarray(given.length / 2))
    return given
  }
  const [black, white] = [
    [0, 0, 0, 255],
    [255, 255, 255, 255],
  ]
  const one = new Uint8ClampedArray([...black, ...black, ...white, ...white])
  const other = new Uint8ClampedArray([...white, ...white, ...black, ...black])
  expect(blocks(one)).not.toEqual(blocks(other))
})

test('No pixel that a region touches is left out, and none beyond the picture is asked for.', () => {
  fc.assert(
    fc.property(size, anywhere, anywhere, (size, from, to) => {
      const region = regionOf({ from, to })
      const { x, y, width, height } = onPicture(region, size)
      expect([x, y, width, height].every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
      expect(x + width <= size.width || width === 0).toBe(true)
      expect(y + height <= size.height || height === 0).toBe(true)
      const touched = (pixel: number, low: number, high: number) => pixel + 1 > low && pixel < high
      for (const [column, row] of [
        [0, 0],
        [size.width - 1, size.height - 1],
        [Math.floor(size.width / 2), Math.floor(size.height / 2)],
      ] as const) {
        const isTouched =
          touched(column, region.x, region.x + region.width) &&
          touched(row, region.y, region.y + region.height)
        const isCovered = column >= x && column < x + width && row >= y && row < y + height
        if (isTouched) expect(isCovered).toBe(true)
      }
    }),
  )
})
