import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moved } from './planned-segments.ts'

it('Moving a segment keeps all of them, and moves only within the list.', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(), { minLength: 1 }),
      fc.nat(20),
      fc.integer({ min: -2, max: 22 }),
      (list, from, to) => {
        const after = moved(list, from, to)
        expect(new Set(after)).toEqual(new Set(list))
        if (from < list.length && to >= 0 && to < list.length) expect(after[to]).toBe(list[from])
        else expect(after).toEqual(list)
      },
    ),
  )
})
