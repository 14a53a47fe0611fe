/** Repeatable chance between 0 and 1: the seed is told with every result. */
export const dice = (seed: number): (() => number) => {
  let state = Math.imul(seed, 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
