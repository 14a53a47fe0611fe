import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptySketch, nextId, nextSketch, type Sketch, type SketchEvent } from './sketch.ts'

const at = fc.record({ x: fc.nat(99), y: fc.nat(99) })
const act = fc.oneof(
  at.map(
    (at) =>
      (sketch: Sketch): SketchEvent => ({ type: 'added', shape: { id: nextId(sketch), kind: 'step', at } }),
  ),
  fc.tuple(fc.nat(9), at).map(([index, at]) => ({ shapes }: Sketch): SketchEvent => {
    const shape = shapes[index % Math.max(1, shapes.length)]
    return { type: 'changed', shape: { id: shape?.id ?? 99, kind: 'step', at } }
  }),
  fc.nat(9).map(
    (index) =>
      ({ shapes }: Sketch): SketchEvent => ({
        type: 'removed',
        id: shapes[index % Math.max(1, shapes.length)]?.id ?? 99,
      }),
  ),
)
const back: SketchEvent = { type: 'undone' }
const forth: SketchEvent = { type: 'redone' }
const run = (sketch: Sketch, acts: readonly ((sketch: Sketch) => SketchEvent)[]): Sketch =>
  acts.reduce((now, make) => nextSketch(now, make(now)), sketch)
const times = (sketch: Sketch, count: number, event: SketchEvent): Sketch =>
  Array.from({ length: count }).reduce<Sketch>((now) => nextSketch(now, event), sketch)

test('Whatever was drawn can be taken back to the beginning, and brought back whole.', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const drawn = run(emptySketch, acts)
      const undone = times(drawn, drawn.past.length, back)
      expect(undone.shapes).toEqual([])
      expect(times(undone, undone.future.length, forth).shapes).toEqual(drawn.shapes)
    }),
  )
})

test('No two shapes have one number, also where some were taken back in between.', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          act,
          fc.constant(() => back),
        ),
        { maxLength: 30 },
      ),
      (acts) => {
        const { shapes } = run(emptySketch, acts)
        expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length)
      },
    ),
  )
})

test('What did not change is no step back, and what is gone is not chosen.', () => {
  const one = run(emptySketch, [
    () => ({ type: 'added', shape: { id: 1, kind: 'step', at: { x: 1, y: 1 } } }),
  ])
  const [shape] = one.shapes
  if (shape === undefined) throw new Error('nothing was drawn')
  expect(nextSketch(one, { type: 'changed', shape: { ...shape } })).toBe(one)
  expect(nextSketch(one, back)).toMatchObject({ shapes: [], chosen: undefined })
  expect(nextSketch(one, { type: 'removed', id: 1 })).toMatchObject({ shapes: [], chosen: undefined })
})
