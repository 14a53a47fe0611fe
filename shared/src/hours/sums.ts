/** People may differ by this much over a series and it is still fair (SPEC H14). */
export const FAIR = 3

/** How far the greatest of some sums lies above the least. */
export const differenceOf = (sums: ArrayLike<number>): number => {
  const [least, most] = rangeOf(sums)
  return most - least
}

/** Everybody's pain beyond what is fair, counted from the least sum (SPEC H15). */
export const excessOf = (sums: ArrayLike<number>, weights: readonly number[]): number => {
  const limit = rangeOf(sums)[0] + FAIR
  let excess = 0
  for (let kind = 0; kind < sums.length; kind++) {
    const over = (sums[kind] ?? 0) - limit
    if (over > 0) excess += over * (weights[kind] ?? 0)
  }
  return excess
}

export const totalOf = (sums: ArrayLike<number>, weights: readonly number[]): number => {
  let total = 0
  for (let kind = 0; kind < sums.length; kind++) total += (sums[kind] ?? 0) * (weights[kind] ?? 0)
  return total
}

const rangeOf = (sums: ArrayLike<number>): [least: number, most: number] => {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (let kind = 0; kind < sums.length; kind++) {
    const sum = sums[kind] ?? 0
    if (sum < least) least = sum
    if (sum > most) most = sum
  }
  return [Math.min(least, most), most]
}
