import type { Candidate } from './candidates.ts'
import { compareCosts, costsOf } from './costs.ts'
import { PAIN } from './model.ts'
import type { Burdens } from './pain.ts'

/** What a date offers: starts that hurt everybody alike, as one choice. */
export interface Option {
  /** The pain of each kind of attendee. */
  readonly pains: readonly number[]
  readonly key: string
  /** People at night or on a day off. */
  readonly far: number
  readonly starts: readonly Start[]
}

interface Start extends Candidate {
  readonly apart: number
}

/** The choices of a date that are worth considering, the kindest first (SPEC H13). */
export const optionsOf = (candidates: readonly Candidate[], burdens: Burdens): Option[] => {
  const weights = burdens.weights
  const alike = new Map<string, { option: Option; starts: Start[]; costs: readonly number[] }>()
  for (const candidate of candidates) {
    const met = burdens.at(candidate.startsAt)
    const pains = met.map(({ strain }) => PAIN[strain])
    const [far, edge, apart] = costsOf(met, weights)
    const key = pains.join('')
    const start = { ...candidate, apart }
    const known = alike.get(key)
    if (known !== undefined) known.starts.push(start)
    else {
      const starts = [start]
      alike.set(key, { option: { pains, key, far, starts }, starts, costs: [far, edge, candidate.startsAt] })
    }
  }
  return [...alike.values()]
    .filter(({ option }) => ![...alike.values()].some((other) => spares(other.option.pains, option.pains)))
    .toSorted((a, b) => compareCosts(a.costs, b.costs))
    .map(({ option }) => option)
}

/** Whether the one hurts nobody more than the other, and somebody less. */
export const spares = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((pain, kind) => pain <= (other[kind] ?? 0)) && one.some((pain, kind) => pain < (other[kind] ?? 0))
