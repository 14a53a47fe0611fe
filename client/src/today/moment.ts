import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { dayWords, type TimeReader, weekdayWords } from '../ui/time/time-words.ts'

/** When something is, as one says it: today, tomorrow, on Thursday, on Thu 3 Dec. */
export interface Moment {
  readonly kind: 'today' | 'tomorrow' | 'week' | 'later'
  readonly words: string
}

export const momentOf = (at: Instant, now: Instant, reader: TimeReader): Moment => {
  const days = daysBetween(now, at, reader.timeZone)
  if (days <= 0) return { kind: 'today', words: '' }
  if (days === 1) return { kind: 'tomorrow', words: '' }
  if (days < 7) return { kind: 'week', words: weekdayWords(at, reader) }
  return { kind: 'later', words: dayWords(at, reader, now) }
}

/** Days on the calendar of that zone, so that a late evening and the next morning are one apart. */
const daysBetween = (from: Instant, to: Instant, timeZone: string): number => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone })
  return Math.round((Date.parse(day.format(to)) - Date.parse(day.format(from))) / DAY)
}
