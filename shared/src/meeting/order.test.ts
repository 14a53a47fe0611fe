import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SegmentId } from '../kernel/id.ts'
import { segment } from './any-log.ts'
import { before, inOrder, moved } from './order.ts'

const ids = (...numbers: number[]): SegmentId[] => numbers.map(segment)
const ordered = (page: SegmentId[], order: SegmentId[]) =>
  inOrder(
    page.map((id) => ({ id })),
    order,
  ).map(({ id }) => id)
const some = fc.shuffledSubarray(ids(0, 1, 2, 3, 4, 5))

describe('the order of a meeting', () => {
  test('is that of the page as long as nobody moved anything', () => {
    expect(ordered(ids(1, 2, 3), [])).toEqual(ids(1, 2, 3))
  })

  test('puts a segment that came into the page later behind the one it follows there', () => {
    expect(ordered(ids(1, 2, 3), ids(3, 1))).toEqual(ids(3, 1, 2))
    expect(ordered(ids(4, 1, 2, 5), ids(2, 1))).toEqual(ids(4, 2, 5, 1))
  })

  test('holds every segment of the page once and nothing else, whatever was typed and deleted meanwhile', () => {
    fc.assert(
      fc.property(some, some, (page, order) => {
        const result = ordered(page, order)
        expect(result.toSorted()).toEqual(page.toSorted())
        const kept = order.filter((id) => page.includes(id))
        expect(result.filter((id) => order.includes(id))).toEqual(kept)
      }),
    )
  })

  test('moves one behind another and leaves the rest in their order', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (order, which, where) => {
        const id = order[which % Math.max(1, order.length)]
        if (id === undefined) return
        const others = order.filter((one) => one !== id)
        const behind = [null, ...others][where % (others.length + 1)] ?? null
        const result = moved(order, id, behind)
        expect(before(result, id)).toBe(behind)
        expect(result.filter((one) => one !== id)).toEqual(others)
      }),
    )
  })
})
