import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'

/** A day on the calendar as 'YYYY-MM-DD'. */
export type CalendarDay = string

const NOON = 'T12:00:00Z'
const MONDAY = 1

/** The calendar day of an instant where the circle is. */
export const dayIn = (at: Instant, timeZone: string): CalendarDay =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** The day so many days later; days have no zone, so no clock change can move them. */
export const daysLater = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(day + NOON) + days * DAY).toISOString().slice(0, 10)

/** 0 for Sunday to 6 for Saturday. */
const weekdayOf = (day: CalendarDay): number => new Date(day + NOON).getUTCDay()

/** The Monday on or before a day; the circle's week begins there. */
export const weekBegin = (day: CalendarDay): CalendarDay =>
  daysLater(day, -((weekdayOf(day) - MONDAY + 7) % 7))

/** The weeks from that of the first day to that of the last, seven days each, Monday first. */
export const weeksBetween = (first: CalendarDay, last: CalendarDay): CalendarDay[][] => {
  const weeks: CalendarDay[][] = []
  for (let monday = weekBegin(first); monday <= last; monday = daysLater(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => daysLater(monday, index)))
  return weeks
}
