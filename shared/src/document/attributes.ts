import type { Id } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import type { Instant } from '../kernel/time.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
/** Control characters, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u
const LANGUAGE = /^[a-z0-9+#._-]{1,32}$/i

export const MAX_SEGMENT_MINUTES = 600

/** The longest description of an image; whoever needs more writes it below the image, for everybody. */
export const MAX_ALT_LENGTH = 500

/** The longest side of an image, in pixels; what the formats of the web can hold. */
export const MAX_IMAGE_SIDE = 16_383

/** What a document may hold as an attribute: nothing that nests, nothing that a browser could run. */
export type AttributeValue = string | number | boolean

export const isId = <Kind extends string>(value: unknown): value is Id<Kind> =>
  typeof value === 'string' && UUID.test(value)

export const isMinutes = (value: unknown): value is number => isWithin(value, 0, MAX_SEGMENT_MINUTES)

export const isInstant = (value: unknown): value is Instant => Number.isSafeInteger(value)

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

/** One line that says something. */
export const isAltText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_ALT_LENGTH && value.trim() !== '' && !UNSEEN.test(value)

export const isSide = (value: unknown): value is number => isWithin(value, 1, MAX_IMAGE_SIDE)

export const isLanguage = (value: unknown): value is string =>
  typeof value === 'string' && LANGUAGE.test(value)

/** Why something was dropped: one line, a sentence and not an essay. */
export const dropReason = line(280)

export const isDropReason = (value: unknown): value is string =>
  typeof value === 'string' && dropReason.safeParse(value).data === value

/** A whole number from `low` to `high`. */
export const isWithin = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high

/** A day of the calendar as `YYYY-MM-DD`; 30 February is none. */
export const isDueDate = (value: unknown): value is string => {
  const [, year, month, day] = typeof value === 'string' ? (DATE.exec(value)?.map(Number) ?? []) : []
  if (!year || !month || !day) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
