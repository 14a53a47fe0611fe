import type { WorkingHours } from '@rondo/shared/hours/model.ts'
import { intlLocale } from '../ui/time/time-words.ts'

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** "Mon" of 1, "Sun" of 7. */
export const weekdayName = (day: number, locale: string, weekday: 'short' | 'long' = 'short'): string =>
  // The first of January 2024 was a Monday.
  new Intl.DateTimeFormat(intlLocale(locale), { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))

/** "Mon–Fri, 09:00–17:00", or "Tue, Wed, 09:00–17:00" where the days are no long row. */
export const hoursWords = ({ days, from, to }: WorkingHours, locale: string): string =>
  [...rowsOf(days).flatMap((row) => rowWords(row, locale)), `${from}–${to}`].join(', ')

const rowsOf = (days: readonly number[]): number[][] => {
  const rows: number[][] = []
  for (const day of days) {
    const row = rows.at(-1)
    if (row?.at(-1) === day - 1) row.push(day)
    else rows.push([day])
  }
  return rows
}

const rowWords = (row: readonly number[], locale: string): string[] => {
  const names = row.map((day) => weekdayName(day, locale))
  return names.length < 3 ? names : [`${names[0]}–${names.at(-1)}`]
}
