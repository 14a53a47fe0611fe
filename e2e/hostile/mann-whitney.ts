/** Error function by Abramowitz and Stegun 7.1.26; right to seven digits. */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * x)
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  return 1 - series.reduce((sum, factor) => (sum + factor) * t, 0) * Math.exp(-x * x)
}

/** How likely two samples would differ so much if both came from one source (Mann and Whitney's test, two-sided). */
export const mannWhitney = (a: readonly number[], b: readonly number[]): number => {
  let wins = 0
  for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0
  const expected = (a.length * b.length) / 2
  const spread = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12)
  return 1 - erf(Math.abs(wins - expected) / spread / Math.SQRT2)
}
