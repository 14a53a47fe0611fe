import type { Burden } from './pain.ts'

/** How many are at night or on a day off, how many at the edge, and how far the time lies from everybody's hours, added up. */
export const costsOf = (
  burdens: readonly Burden[],
  weights: readonly number[],
): [far: number, edge: number, apart: number] => {
  let [far, edge, apart] = [0, 0, 0]
  for (const [kind, burden] of burdens.entries()) {
    const weight = weights[kind] ?? 0
    if (burden.strain === 'edge') edge += weight
    else if (burden.strain !== 'in-hours') far += weight
    apart += burden.apart * weight
  }
  return [far, edge, apart]
}

/** Compares costs in their order: the first that differs decides. */
export const compareCosts = (a: readonly number[], b: readonly number[]): number => {
  for (const [index, cost] of a.entries()) {
    const difference = cost - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
