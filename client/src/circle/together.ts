import type { Described } from './circle-fields.tsx'

const FIELDS = ['name', 'purpose', 'visibility', 'timeZone'] as const

export type Field = (typeof FIELDS)[number]

export const describedOf = ({ name, purpose, visibility, timeZone }: Described): Described => ({
  name,
  purpose,
  visibility,
  timeZone,
})

/** A field in which I and somebody else said different things since I began. */
export interface Together {
  readonly values: Described
  readonly contested: readonly Field[]
}

/**
 * What stands in my form once somebody else saved: their word where I said nothing, mine where I did. Where both
 * differ I am told, for whoever saves last decides.
 */
export const together = (before: Described, mine: Described, theirs: Described): Together => {
  const touched = (field: Field) => mine[field].trim() !== before[field]
  return {
    values: {
      name: touched('name') ? mine.name : theirs.name,
      purpose: touched('purpose') ? mine.purpose : theirs.purpose,
      visibility: touched('visibility') ? mine.visibility : theirs.visibility,
      timeZone: touched('timeZone') ? mine.timeZone : theirs.timeZone,
    },
    contested: FIELDS.filter(
      (field) => touched(field) && theirs[field] !== before[field] && mine[field].trim() !== theirs[field],
    ),
  }
}

/** Only what I changed, so that saving leaves alone what I did not touch; undefined where nothing differs. */
export const changeOf = (now: Described, mine: Described): Partial<Described> | undefined => {
  const change = {
    ...(mine.name.trim() === now.name ? {} : { name: mine.name }),
    ...(mine.purpose.trim() === now.purpose ? {} : { purpose: mine.purpose }),
    ...(mine.visibility === now.visibility ? {} : { visibility: mine.visibility }),
    ...(mine.timeZone === now.timeZone ? {} : { timeZone: mine.timeZone }),
  }
  return Object.keys(change).length === 0 ? undefined : change
}
