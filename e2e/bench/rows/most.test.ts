import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MostSearch } from './most.ts'

describe('The search for the most', () => {
  const limits = fc.double({ min: 4_001, max: 1_000_000, noNaN: true })

  test('It ends within a rung below the limit, and again when the limit has moved.', async () => {
    await fc.assert(
      fc.asyncProperty(limits, limits, async (first, second) => {
        const search = new MostSearch(4)
        for (const limit of [first, second]) {
          const found = await search.run('relay', async (rate) => ({ isGood: rate <= limit, rate }))
          expect(found).toBeLessThanOrEqual(limit)
          expect(found * 2 ** 0.25).toBeGreaterThan(limit)
        }
      }),
    )
  })

  test('A server that cannot even do the least has found nothing.', async () => {
    const found = await new MostSearch(4).run('relay', async (rate) => ({ isGood: false, rate }))
    expect(found).toBe(0)
  })
})
