/* The words for days that people type at the end of a next step, in English and German. */

export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon', 'montag', 'mo'],
    ['tuesday', 'tue', 'tues', 'dienstag', 'di'],
    ['wednesday', 'wed', 'mittwoch', 'mi'],
    ['thursday', 'thu', 'thur', 'thurs', 'donnerstag', 'do'],
    ['friday', 'fri', 'freitag', 'fr'],
    ['saturday', 'sat', 'samstag', 'sonnabend', 'sa'],
    ['sunday', 'sun', 'sonntag', 'so'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

/** 'sun', 'sat' and 'wed' are words of their own, so without a word such as "by" before it a day is written out. */
export const isWrittenOut = (weekday: string): boolean => weekday.length > 5

/** 'do', 'so' and 'mi' in small letters are other words. */
export const isShort = (weekday: string): boolean => weekday.length === 2

export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan', 'januar', 'jänner'],
    ['february', 'feb', 'februar'],
    ['march', 'mar', 'märz', 'mär'],
    ['april', 'apr'],
    ['may', 'mai'],
    ['june', 'jun', 'juni'],
    ['july', 'jul', 'juli'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct', 'oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec', 'dezember', 'dez'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

const COUNTS: readonly (readonly string[])[] = [
  ['a', 'an', 'one', 'ein', 'einem', 'einer'],
  ['two', 'zwei'],
  ['three', 'drei'],
  ['four', 'vier'],
  ['five', 'fünf'],
  ['six', 'sechs'],
  ['seven', 'sieben'],
  ['eight', 'acht'],
  ['nine', 'neun'],
  ['ten', 'zehn'],
]

/** "two", "zwei" or "2", up to 99; undefined for anything else. */
export const countOf = (word: string): number | undefined => {
  if (/^\d{1,2}$/.test(word)) return Number(word) || undefined
  const index = COUNTS.findIndex((names) => names.includes(word))
  return index < 0 ? undefined : index + 1
}

const UNITS: ReadonlyMap<string, 'day' | 'week' | 'month'> = new Map([
  ...(['day', 'days', 'tag', 'tage', 'tagen'] as const).map((word) => [word, 'day'] as const),
  ...(['week', 'weeks', 'woche', 'wochen'] as const).map((word) => [word, 'week'] as const),
  ...(['month', 'months', 'monat', 'monate', 'monaten'] as const).map((word) => [word, 'month'] as const),
])

export const unitOf = (word: string): 'day' | 'week' | 'month' | undefined => UNITS.get(word)
