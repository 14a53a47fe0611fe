import type { Evenness } from '@rondo/shared/meeting/evenness.ts'

/** Of fewer people nothing is said: it would be said of each of them. */
const FEWEST_PEOPLE = 5

const EVEN_UP_TO = 0.25
const MIXED_UP_TO = 0.5

/**
 * How even turns are, from the turns that each of the people had: by the Gini coefficient, 0 where all had as many, near 1 where one
 * had all. Null for fewer than five people, and before there were as many turns as people, for then nobody can have had as many.
 */
export const evennessOf = (turns: readonly number[]): Evenness | null => {
  const people = turns.length
  const all = turns.reduce((sum, one) => sum + one, 0)
  if (people < FEWEST_PEOPLE || all < people) return null
  const ranked = turns.toSorted((a, b) => a - b)
  const weighed = ranked.reduce((sum, one, index) => sum + one * (2 * (index + 1) - people - 1), 0)
  const gini = weighed / (people * all)
  if (gini <= EVEN_UP_TO) return 'even'
  return gini <= MIXED_UP_TO ? 'mixed' : 'few'
}
