import type { Burden } from './pain.ts'

/** How many are at night or on a day off, how many at the edge, and how many minutes lie outside anybody's hours. */
export const costsOf = (
  burdens: readonly Burden[],
  weights: readonly number[],
): [far: number, edge: number, outside: number] => {
  let [far, edge, outside] = [0, 0, 0]
  for (const [kind, burden] of burdens.entries()) {
    const weight = weights[kind] ?? 0
    if (burden.strain === 'edge') edge += weight
    else if (burden.strain !== 'in-hours') far += weight
    outside += burden.outside * weight
  }
  return [far, edge, outside]
}

/** Compares costs in their order: the first that differs decides. */
export const compareCosts = (a: readonly number[], b: readonly number[]): number => {
  for (const [index, cost] of a.entries()) {
    const difference = cost - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
