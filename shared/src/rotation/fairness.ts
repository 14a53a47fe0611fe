import type { MemberId } from '../kernel/id.ts'
import type { Held, LivedCircle } from './lived-circle.ts'
import { AHEAD } from './lived-circle.ts'

/**
 * For tests: how much more often, at most, one of two people led than the other, over any window of full rounds of a
 * circle's life. Only people who were there in all of it and about whose turns nobody decided anything are compared.
 */
export const largestLead = ({ held, touched }: LivedCircle): number => {
  let largest = 0
  for (const from of held.keys()) {
    for (const to of held.keys()) {
      const window = held.slice(from, to + 1)
      if (!isOfFullRounds(window)) continue
      const counts = untouched(window, touched).map(
        (one) => window.filter(({ leader }) => leader === one).length,
      )
      if (counts.length > 1) largest = Math.max(largest, Math.max(...counts) - Math.min(...counts))
    }
  }
  return largest
}

const isOfFullRounds = (window: readonly Held[]): boolean =>
  window.length > 0 && window.length % Math.max(...window.map(({ seated }) => seated.size)) === 0

const untouched = (
  window: readonly Held[],
  touched: ReadonlyMap<MemberId, ReadonlySet<number>>,
): MemberId[] => {
  const first = window[0]?.week ?? 0
  // What was decided about a turn soon after the window moved turns within it.
  const last = (window.at(-1)?.week ?? 0) + AHEAD
  const isFree = (one: MemberId) =>
    ![...(touched.get(one) ?? [])].some((week) => first <= week && week <= last)
  return [...(window[0]?.seated ?? [])].filter(
    (one) => window.every(({ seated }) => seated.has(one)) && isFree(one),
  )
}
