import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dotsShape } from './dots.ts'
import { arcPath, pointAt, seatAngle } from './geometry.ts'
import { markShape } from './mark.ts'
import { progressShape } from './progress.ts'
import { seatSizeFor, tableShape } from './table.ts'

const six = { count: 6, size: 240, seat: 40, names: false, lit: 0, next: 1, from: null }

describe('the ring', () => {
  it('opens the mark at half past one and puts the seat there', () => {
    expect(markShape(24)).toEqual({
      line: { d: 'M20.39 11.31A8.42 8.42 0 1 1 12.69 3.61', width: 2.18 },
      seat: { x: 17.95, y: 6.05 },
      seatRadius: 3.33,
    })
  })

  it('draws no line between dots that stand too close', () => {
    const shape = dotsShape(['lit', 'done', 'done', 'done', 'done', 'done'], 20)
    expect(shape.strokes).toEqual([])
    expect(shape.dots[0]).toEqual({ x: 10, y: 3.44, state: 'lit', radius: 2.44 })
  })

  it('keeps the line between dots with room for it', () => {
    const shape = dotsShape(['done', 'done', 'lit', 'wait', 'wait', 'away'], 64)
    expect(shape.strokes[0]).toEqual({ d: 'M38.48 7.61A25.24 25.24 0 0 1 49.89 14.19', width: 1.52 })
    expect(shape.dots.map((dot) => dot.radius)).toEqual([4.27, 4.27, 5.76, 3.87, 3.87, 3.87])
  })

  it('gives each segment an arc as long as its minutes, the past thick and the future thin', () => {
    const shape = progressShape([5, 5, 20, 15, 10, 5], 24, 64)
    expect(shape.strokes.map((stroke) => stroke.tone)).toEqual([
      'spent',
      'spent',
      'now',
      'todo',
      'todo',
      'todo',
      'todo',
    ])
    expect(shape.strokes[0]?.d).toBe('M34.84 5.38A26.77 26.77 0 0 1 42.85 7.53')
    expect(shape.dot).toEqual({ x: 47.73, y: 53.65 })
  })

  it('draws one single arc when the progress ring is small', () => {
    const shape = progressShape([10, 10, 10], 15, 24)
    expect(shape.strokes.map((stroke) => stroke.tone)).toEqual(['now', 'todo'])
  })

  it('holds the dot at the end when a meeting runs over', () => {
    const shape = progressShape([30, 30], 75, 64)
    expect(shape.strokes.every((stroke) => stroke.tone === 'spent')).toBe(true)
    expect(shape.dot.x).toBe(32)
  })

  it('lights the arc to the next seat only, with an arrow at its end', () => {
    const shape = tableShape(six)
    expect(shape.radius).toBe(86)
    expect(shape.strokes.map((stroke) => stroke.tone)).toEqual([
      'next',
      'edge',
      'edge',
      'edge',
      'edge',
      'edge',
    ])
    expect(shape.strokes[0]).toEqual({ tone: 'next', width: 2, d: 'M156.51 42.13A86 86 0 0 1 176.41 55.09' })
    expect(shape.arrow?.d).toBe('M174.66 49.14L176.41 55.09L170.22 54.81')
    expect(shape.lightRadius).toBe(58.48)
  })

  it('thickens the arcs a round has gone through', () => {
    const shape = tableShape({ ...six, lit: 3, next: 4, from: 1 })
    expect(shape.strokes.map((stroke) => stroke.tone)).toEqual([
      'edge',
      'went',
      'went',
      'next',
      'edge',
      'edge',
    ])
  })

  it('seats nine people and more a little closer, but never tiny at full size', () => {
    expect(seatSizeFor(320, 9)).toBe(40)
    expect(seatSizeFor(160, 12)).toBe(24)
  })

  it('keeps every seat on the drawing, whoever sits there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 152, max: 340 }), (count, size) => {
        const shape = tableShape({ ...six, count, size, seat: seatSizeFor(size, count), lit: 0 })
        for (const seat of shape.seats) {
          expect(seat.x - shape.litSize / 2).toBeGreaterThanOrEqual(0)
          expect(seat.y + shape.litSize / 2).toBeLessThanOrEqual(size)
        }
      }),
    )
  })

  it('goes clockwise from the top', () => {
    expect(pointAt(50, 40, seatAngle(0, 4))).toEqual({ x: 50, y: 10 })
    expect(pointAt(50, 40, seatAngle(1, 4))).toEqual({ x: 90, y: 50 })
    expect(arcPath(50, 40, seatAngle(0, 4), seatAngle(3, 4))).toContain(' 1 1 ')
  })
})
