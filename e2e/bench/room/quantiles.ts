/** The value below which the given part of all lies; NaN where one of them is missing. */
export const quantileOf = (values: readonly number[], part: number): number => {
  if (values.some(Number.isNaN)) return Number.NaN
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
