import type { Option } from './options.ts'
import { differenceOf } from './sums.ts'

/**
 * The same choices in the order that keeps the differences on the way smallest (SPEC H16). A choice moves to
 * another date only where that date offers one that hurts everybody alike, so no sum changes.
 */
export const evenlyOrdered = (
  choices: readonly Option[],
  dates: readonly (readonly Option[])[],
): Option[] => {
  let best: { order: readonly Option[]; strain: number } = { order: choices, strain: roughness(choices) }
  const place = (taken: readonly Option[], left: readonly Option[]): void => {
    if (left.length === 0) {
      const strain = roughness(taken)
      if (strain < best.strain) best = { order: taken, strain }
      return
    }
    const tried = new Set<string>()
    for (const [index, choice] of left.entries()) {
      const here = dates[taken.length]?.find(({ key }) => key === choice.key)
      if (here === undefined || tried.has(choice.key)) continue
      tried.add(choice.key)
      place([...taken, here], left.toSpliced(index, 1))
    }
  }
  place([], choices)
  return [...best.order]
}

/** How far people are apart after each meeting, added up. */
const roughness = (choices: readonly Option[]): number => {
  const sums = (choices[0]?.pains ?? []).map(() => 0)
  return choices.reduce((all, { pains }) => {
    for (const [kind, pain] of pains.entries()) sums[kind] = (sums[kind] ?? 0) + pain
    return all + differenceOf(sums)
  }, 0)
}
