import type { Described } from './circle-fields.tsx'

const FIELDS = ['name', 'purpose', 'visibility', 'timeZone', 'seatLimit'] as const

export type Field = (typeof FIELDS)[number]

export const describedOf = ({ name, purpose, visibility, timeZone, seatLimit }: Described): Described => ({
  name,
  purpose,
  visibility,
  timeZone,
  seatLimit,
})

/** A field in which I and somebody else said different things since I began. */
export interface Together {
  readonly values: Described
  readonly contested: readonly Field[]
}

/** What a field says, less the spaces round a text. */
export const wordOf = (values: Described, field: Field): string | number | null => {
  const value = values[field]
  return typeof value === 'string' ? value.trim() : value
}

/**
 * What stands in my form once somebody else saved: their word where I said nothing, mine where I did. Where both
 * differ I am told, for whoever saves last decides.
 */
export const together = (before: Described, mine: Described, theirs: Described): Together => {
  const touched = (field: Field) => wordOf(mine, field) !== before[field]
  return {
    values: {
      name: touched('name') ? mine.name : theirs.name,
      purpose: touched('purpose') ? mine.purpose : theirs.purpose,
      visibility: touched('visibility') ? mine.visibility : theirs.visibility,
      timeZone: touched('timeZone') ? mine.timeZone : theirs.timeZone,
      seatLimit: touched('seatLimit') ? mine.seatLimit : theirs.seatLimit,
    },
    contested: FIELDS.filter(
      (field) =>
        touched(field) && theirs[field] !== before[field] && wordOf(mine, field) !== wordOf(theirs, field),
    ),
  }
}

/** What I changed, so that saving leaves alone what I did not touch, and what stood there when I did. */
export interface Changed {
  readonly change: Partial<Described>
  readonly from: Partial<Described>
}

/** Undefined where nothing differs. */
export const changeOf = (now: Described, mine: Described): Changed | undefined => {
  const fields = FIELDS.filter((field) => wordOf(mine, field) !== now[field])
  if (fields.length === 0) return undefined
  return { change: only(mine, fields), from: only(now, fields) }
}

const only = (values: Described, fields: readonly Field[]): Partial<Described> =>
  Object.fromEntries(fields.map((field) => [field, values[field]]))
