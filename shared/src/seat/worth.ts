import type { Worth } from './model.ts'

/** How often each mark was given. Nobody's mark is kept, only that they gave one. */
export type Tally = readonly { readonly mark: number; readonly count: number }[]

/** Fewer people than this are no aggregate. */
const FEWEST = 5

/**
 * What may be said of the marks. Nothing before everybody has had their say, so that two looks never differ by one person's
 * mark; nothing of fewer than five; and then only to half a mark, of "at least" a multiple of five, so that not even five
 * equal marks are known to be equal.
 */
export const worthOf = (tally: Tally, isClosed: boolean): Worth | null => {
  const count = tally.reduce((sum, one) => sum + one.count, 0)
  if (!isClosed || count < FEWEST) return null
  const sum = tally.reduce((total, one) => total + one.mark * one.count, 0)
  return { average: Math.round((sum / count) * 2) / 2, atLeast: count - (count % FEWEST) }
}
