import { isDueDate } from '../document/attributes.ts'
import { countOf, isShort, isWrittenOut, MONTHS, unitOf, WEEKDAYS } from './day-words.ts'

/**
 * Reads the day at the end of what somebody typed: "by friday", "bis Freitag", "in two weeks", "on 3 Dec", "2026-12-03".
 *
 * 1. Only the very end of the text is read, and only if all of it is a day: words are taken from nobody who did not mean them.
 * 2. What could be something else ("may", "sun", "today", "3.12.") counts only after a word that asks for a day, such as
 *    "by", "until", "due", "on", "bis" or "am", or after a comma or a dash.
 * 3. After "for", "of", "since", "vom"… a day is what the step is about, not when it is due.
 * 4. A day is today or later. "Friday" is the next one to come, "next Friday" that of next week, weeks beginning on Monday.
 */
export interface SpokenDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** Where the words of it begin, the space before them included. */
  readonly from: number
}

/** Words that ask for a day; they are taken along with it. */
const ASKING =
  /(?:^|[\s,;(–—-])(?<words>(?:(?:due|fällig)(?: (?:on|by|am|bis))?|by|until|till|on|(?:bis )?spätestens(?: am)?|bis(?: spätestens)?(?: zum| am)?|am):?)$/iu

/** After these the day belongs to the words before it. */
const ABOUT =
  /(?:^|\s)(?:for|of|from|at|about|since|after|before|the|last|every|each|this|and|or|than|für|von|vom|zum|zur|seit|ab|nach|vor|jeden|letzten|und|oder|über|guten|heute|gestern|next|nächsten|dated?|datum):?$/iu

const LONGEST = 5

/** `isPromised`: somebody is named for it, so that the name of a day at the end is when, without a word that asks for one. */
export const readSpokenDay = (text: string, today: string, isPromised = false): SpokenDay | undefined => {
  const end = text.trimEnd().replace(/[.!]$/u, '')
  const words = [...end.matchAll(/\S+/gu)]
  for (let count = Math.min(LONGEST, words.length); count > 0; count--) {
    const first = words.at(-count)
    if (first === undefined) continue
    const phrase = end.slice(first.index)
    const before = end.slice(0, first.index).trimEnd()
    const asking = ASKING.exec(before)?.groups?.['words']
    const isAsked = asking !== undefined || /[,;:–—-]$/u.test(before) || before === ''
    const found = dayOf(phrase, today)
    if (found === undefined || found.day < today) continue
    if (asking === undefined && (ABOUT.test(before) || before === '')) continue
    if (found.isDoubtful && !isAsked && !(isPromised && found.isWeekday)) continue
    if (found.needsWord && asking === undefined) continue
    if (found.isRelative && AM.test(asking ?? '')) continue
    if (asking?.toLowerCase() === 'am' && /\d\s*am$/iu.test(before)) continue
    const from = asking === undefined ? before.length : before.length - asking.length
    return { day: found.day, from: text.slice(0, from).replace(/[\s,;–—-]+$/u, '').length }
  }
  return undefined
}

/** "on" and "am" stand before a weekday or a date; "am morgen" is in the morning, and "9 am tomorrow" an hour. */
const AM = /^(?:on|am)$/iu

interface Read {
  readonly day: string
  /** Told from today, not named. */
  readonly isRelative?: boolean
  /** Counts only after a word or a sign that asks for a day. */
  readonly isDoubtful?: boolean
  /** Counts only after a word that asks for a day. */
  readonly needsWord?: boolean
  readonly isWeekday?: boolean
}

const dayOf = (phrase: string, today: string): Read | undefined =>
  near(phrase, today) ?? weekday(phrase, today) ?? ahead(phrase, today) ?? dated(phrase, today)

const near = (phrase: string, today: string): Read | undefined => {
  switch (phrase.toLowerCase()) {
    case 'today':
    case 'heute':
      return { day: today, isDoubtful: true, isRelative: true }
    case 'tomorrow':
      return { day: daysAfter(today, 1), isRelative: true }
    case 'morgen':
      // "am Morgen" is a time of the day; the day after is written small.
      return phrase === 'morgen' ? { day: daysAfter(today, 1), isRelative: true } : undefined
    case 'übermorgen':
    case 'the day after tomorrow':
    case 'day after tomorrow':
      return { day: daysAfter(today, 2), isRelative: true }
    default:
      return undefined
  }
}

const WEEKDAY = /^(?:(?<which>next|this|coming|nächsten?r?|diesen?|kommenden?) )?(?<name>\p{L}{2,10})\.?$/iu

const weekday = (phrase: string, today: string): Read | undefined => {
  const { which = '', name = '' } = WEEKDAY.exec(phrase)?.groups ?? {}
  const wanted = WEEKDAYS.get(name.toLowerCase())
  if (wanted === undefined || (isShort(name) && !/^\p{Lu}/u.test(name))) return undefined
  const now = weekdayOf(today)
  const isNext = /^n/iu.test(which)
  const days = isNext ? 7 - now + wanted : (wanted - now + 7) % 7 || 7
  const day = daysAfter(today, days)
  if (!isWrittenOut(name)) return { day, needsWord: which === '' }
  return which === '' ? { day, isDoubtful: true, isWeekday: true } : { day }
}

const AHEAD = /^in (?<count>[\p{L}\d]+) (?<unit>\p{L}+)$/iu

const ahead = (phrase: string, today: string): Read | undefined => {
  const groups = AHEAD.exec(phrase.toLowerCase())?.groups
  const count = countOf(groups?.['count'] ?? '')
  const unit = unitOf(groups?.['unit'] ?? '')
  if (count === undefined || unit === undefined) return undefined
  if (unit === 'month') return { day: monthsAfter(today, count) }
  return { day: daysAfter(today, count * (unit === 'week' ? 7 : 1)) }
}

const ISO = /^\d{4}-\d{2}-\d{2}$/
const DAY_FIRST =
  /^(?:the )?(?<day>\d{1,2})(?:\.|st|nd|rd|th)? (?:of )?(?<month>\p{L}{3,9})\.?(?:,? (?<year>\d{4}))?$/iu
const MONTH_FIRST = /^(?<month>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/iu
const DOTTED = /^(?<day>\d{1,2})\.(?<month>\d{1,2})(?:\.(?<year>\d{4})?)?$/u

const dated = (phrase: string, today: string): Read | undefined => {
  if (ISO.test(phrase)) return isDueDate(phrase) ? { day: phrase } : undefined
  const named = (DAY_FIRST.exec(phrase) ?? MONTH_FIRST.exec(phrase))?.groups
  const dotted = DOTTED.exec(phrase)?.groups
  const { day, month = '', year } = named ?? dotted ?? {}
  const number = named ? MONTHS.get(month.toLowerCase()) : Number(month)
  if (number === undefined || day === undefined) return undefined
  const found =
    year === undefined ? comingDate(today, number, Number(day)) : dateOf(Number(year), number, Number(day))
  if (found === undefined) return undefined
  return dotted ? { day: found, needsWord: true } : { day: found, isDoubtful: true }
}

/** This year's, or next year's if that is past; 29 February waits for a year that has it. */
const comingDate = (today: string, month: number, day: number): string | undefined => {
  const year = Number(today.slice(0, 4))
  for (let later = 0; later <= 8; later++) {
    const date = dateOf(year + later, month, day)
    if (date !== undefined && date >= today) return date
  }
  return undefined
}

const dateOf = (year: number, month: number, day: number): string | undefined => {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDueDate(date) ? date : undefined
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date): string => date.toISOString().slice(0, 10)

const daysAfter = (day: string, days: number): string => {
  const date = asDate(day)
  date.setUTCDate(date.getUTCDate() + days)
  return asDay(date)
}

/** A month later, on the same day or the last that the month has. */
const monthsAfter = (day: string, months: number): string => {
  const date = asDate(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months + 1)
  date.setUTCDate(0)
  date.setUTCDate(Math.min(wanted, date.getUTCDate()))
  return asDay(date)
}

/** 1 is Monday, 7 Sunday. */
const weekdayOf = (day: string): number => asDate(day).getUTCDay() || 7
