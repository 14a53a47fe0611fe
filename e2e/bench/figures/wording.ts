import { median } from './quantile.ts'

/** A number as a person reads it: three digits that mean something. */
export const digits = (value: number): string => {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 1_000) return Number(value.toPrecision(3)).toLocaleString('en')
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}

/** The median with the least and the greatest in brackets, when they differ. */
export const spread = (values: readonly number[], say: (value: number) => string = digits): string => {
  const known = values.filter((value) => Number.isFinite(value))
  const [middle, least, greatest] = [median(known), Math.min(...known), Math.max(...known)].map(say)
  if (known.length === 0) return '–'
  return least === greatest ? `${middle}` : `${middle} (${least} to ${greatest})`
}
