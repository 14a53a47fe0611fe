import type { Option } from './options.ts'
import { differenceOf, excessOf, totalOf } from './sums.ts'

/** All series are followed while what everybody has paid in them are no more numbers than this, then the kindest of them (SPEC H19). */
const REACH = { numbers: 60_000, kindest: 300 }

/** A series up to some meeting: what everybody has paid, and the choice made on each date. */
interface State {
  readonly sums: Uint8Array
  readonly far: number
  readonly option: Option | null
  readonly before: State | null
}

/** The best choice for each date (SPEC H15), and whether every possibility was looked at. */
export const searchSeries = (
  dates: readonly (readonly Option[])[],
  weights: readonly number[],
): { choices: Option[]; sawAll: boolean } => {
  let states: State[] = [{ sums: new Uint8Array(weights.length), far: 0, option: null, before: null }]
  let sawAll = true
  for (const options of dates) {
    if (states.length * weights.length > REACH.numbers) {
      sawAll = false
      states = kindest(states, weights).slice(0, REACH.kindest)
    }
    states = extend(states, options)
  }
  return { choices: choicesOf(kindest(states, weights)[0] ?? null), sawAll }
}

const kindest = (states: readonly State[], weights: readonly number[]): State[] =>
  states
    .map((state) => ({ state, cost: costOf(state, weights) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ state }) => state)

const WIDE = 2 ** 16
const NARROW = 2 ** 5

/** The four measures of SPEC H15 as one number, the first of them in the highest place: thousands are compared at once. */
const costOf = ({ sums, far }: State, weights: readonly number[]): number =>
  ((within(excessOf(sums, weights)) * WIDE + within(far)) * WIDE + within(totalOf(sums, weights))) * NARROW +
  differenceOf(sums)

const within = (measure: number): number => Math.min(measure, WIDE - 1)

/** One meeting more. Of the ways to the same sums only the one with the fewest nights goes on. */
const extend = (states: readonly State[], options: readonly Option[]): State[] => {
  const found = new Map<number, State>()
  const sums = new Uint8Array(states[0]?.sums.length ?? 0)
  for (const state of states) {
    for (const option of options) {
      add(sums, state.sums, option.pains)
      const key = placeOf(found, sums)
      const far = state.far + option.far
      const known = found.get(key)
      if (known === undefined || far < known.far)
        found.set(key, { sums: known?.sums ?? sums.slice(), far, option, before: state })
    }
  }
  return [...found.values()]
}

const add = (sums: Uint8Array, before: Uint8Array, pains: readonly number[]): void => {
  for (let kind = 0; kind < sums.length; kind++) sums[kind] = (before[kind] ?? 0) + (pains[kind] ?? 0)
}

/** Where these sums are kept, or could be: hashed first, then compared, so that no two are ever confused. */
const placeOf = (found: ReadonlyMap<number, State>, sums: Uint8Array): number => {
  let hash = 2_166_136_261
  for (let kind = 0; kind < sums.length; kind++) hash = Math.imul(hash ^ (sums[kind] ?? 0), 16_777_619)
  for (let key = hash >>> 0; ; key++) {
    const known = found.get(key)
    if (known === undefined || isSame(known.sums, sums)) return key
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => {
  for (let kind = 0; kind < a.length; kind++) if (a[kind] !== b[kind]) return false
  return true
}

const choicesOf = (last: State | null): Option[] => {
  const choices: Option[] = []
  for (let state = last; state?.option != null; state = state.before) choices.unshift(state.option)
  return choices
}
