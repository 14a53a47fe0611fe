import { accept, type FieldError, type Result, refuse } from '../kernel/refusal.ts'

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** The parts of a recurrence rule that a circle may use, as they stand in its text. */
export interface RuleParts {
  FREQ: Frequency
  INTERVAL?: string
  COUNT?: string
  UNTIL?: string
  BYDAY?: string
  BYMONTHDAY?: string
  BYMONTH?: string
  BYSETPOS?: string
  WKST?: string
}

const LONGEST = 200

/** What each part looks like; the library that computes with them drops what it does not understand. */
const FORMS: Record<string, (value: string) => boolean> = {
  FREQ: (value) => isFrequency(value),
  INTERVAL: (value) => isNumber(value, 1, 99),
  COUNT: (value) => isNumber(value, 1, 999),
  UNTIL: (value) => /^\d{8}$/.test(value) && isDay(value),
  BYDAY: (value) => isList(value, (day) => /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.test(day)),
  BYMONTHDAY: (value) => isList(value, (day) => isNumber(day.replace(/^[+-]/, ''), 1, 31)),
  BYMONTH: (value) => isList(value, (month) => isNumber(month, 1, 12)),
  BYSETPOS: (value) => isList(value, (place) => isNumber(place.replace(/^[+-]/, ''), 1, 31)),
  WKST: (value) => WEEKDAYS.some((day) => day === value),
}

const isFrequency = (text: string | undefined): text is Frequency => FREQUENCIES.some((one) => one === text)

const isNumber = (text: string, from: number, to: number): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= from && Number(text) <= to

const isList = (text: string, isRight: (item: string) => boolean): boolean => text.split(',').every(isRight)

const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`))

/**
 * Reads the text of a rule (RFC 5545, 3.3.10) as strictly as a circle needs it: whole days only, for the times of day stand
 * beside the rule; `UNTIL` is a date, the last one on which a meeting may be.
 */
export const readRule = (text: string): Result<RuleParts> => {
  if (text.length > LONGEST) return wrong('is longer than any rule needs to be')
  const pairs = text.split(';').map((part) => part.split('='))
  const parts = new Map<string, string>()
  for (const [name = '', value, ...rest] of pairs) {
    const isRight = FORMS[name]
    if (isRight === undefined || value === undefined || rest.length > 0)
      return wrong(`cannot have the part “${name}”: a circle meets by days, weeks, months or years`)
    if (parts.has(name)) return wrong(`names ${name} twice`)
    if (!isRight(value)) return wrong(`has no right value for ${name}`)
    parts.set(name, value)
  }
  const { FREQ, ...others } = Object.fromEntries(parts)
  if (!isFrequency(FREQ)) return wrong('must begin with FREQ, for example FREQ=WEEKLY;BYDAY=TH')
  return coherent({ ...others, FREQ })
}

/** Parts that are right by themselves, and not together. */
const coherent = (parts: RuleParts): Result<RuleParts> => {
  if (parts.COUNT !== undefined && parts.UNTIL !== undefined)
    return wrong('ends by COUNT or by UNTIL, not by both')
  const counts = parts.FREQ === 'MONTHLY' || parts.FREQ === 'YEARLY'
  if (!counts && /\d/.test(parts.BYDAY ?? '')) return wrong('counts weekdays only within months and years')
  if (parts.FREQ === 'WEEKLY' && parts.BYMONTHDAY !== undefined)
    return wrong('has days of the month, which a weekly rule cannot have')
  const chooses = [parts.BYDAY, parts.BYMONTHDAY, parts.BYMONTH].some((part) => part !== undefined)
  if (parts.BYSETPOS !== undefined && !chooses) return wrong('has BYSETPOS without anything to choose from')
  return accept(parts)
}

const wrong = (detail: string) => refuseRule([{ field: 'rule', detail }])

/** Why a cadence cannot be, with the fields that are to blame. */
export const refuseRule = (errors: FieldError[]) =>
  refuse(
    'invalid',
    `This cadence does not work: ${errors.map(({ field, detail }) => `${field} ${detail}`).join('; ')}.`,
    {
      reason: 'cadence.wrong',
      errors,
    },
  )
