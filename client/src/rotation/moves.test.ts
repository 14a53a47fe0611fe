import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, within } from './moves.ts'

const size = { rows: 4, columns: 4 }
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey })

describe('the focus in the grid', () => {
  it('moves by arrows and stays inside', () => {
    expect(moved({ row: 0, column: 1 }, key('ArrowDown'), size)).toEqual({ row: 1, column: 1 })
    expect(moved({ row: 0, column: 1 }, key('ArrowUp'), size)).toEqual({ row: 0, column: 1 })
    expect(moved({ row: 3, column: 3 }, key('ArrowRight'), size)).toEqual({ row: 3, column: 3 })
  })

  it('goes the way the columns run where a language is written from right to left', () => {
    expect(moved({ row: 1, column: 1 }, key('ArrowLeft'), size, 'rtl')).toEqual({ row: 1, column: 2 })
    expect(moved({ row: 1, column: 1 }, key('ArrowDown'), size, 'rtl')).toEqual({ row: 2, column: 1 })
  })

  it('goes to the ends of a row, and with Ctrl to the corners', () => {
    expect(moved({ row: 2, column: 2 }, key('Home'), size)).toEqual({ row: 2, column: 0 })
    expect(moved({ row: 2, column: 2 }, key('End'), size)).toEqual({ row: 2, column: 3 })
    expect(moved({ row: 2, column: 2 }, key('Home', true), size)).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 2, column: 2 }, key('End', true), size)).toEqual({ row: 3, column: 3 })
  })

  it('leaves every other key alone', () => {
    for (const name of ['Enter', 'Tab', 'a', 'Escape'])
      expect(moved({ row: 1, column: 1 }, key(name), size)).toBeUndefined()
  })

  it('never leaves the grid, whatever its size becomes', () => {
    const place = fc.record({
      row: fc.integer({ min: -3, max: 60 }),
      column: fc.integer({ min: -3, max: 60 }),
    })
    const some = fc.record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 8 }) })
    const pressed = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End')
    fc.assert(
      fc.property(place, some, pressed, fc.boolean(), (from, grid, name, ctrlKey) => {
        const to = moved(within(from, grid), { key: name, ctrlKey }, grid)
        expect(to).toEqual(within(to ?? from, grid))
      }),
    )
  })
})
