import { Temporal } from 'temporal-polyfill'
import type { FairSearch } from './search.ts'

/** The same with everything said. */
export interface Wanted {
  readonly day: string
  readonly minutes: number
  readonly weeks: number
}

/** Who has not said it looks at the coming week of the circle, for an hour. */
export const wantedOf = (
  { day, minutes = 60, weeks = 1 }: FairSearch,
  zone: string,
  now: number,
): Wanted => ({
  day: day ?? comingMonday(zone, now),
  minutes,
  weeks,
})

const comingMonday = (zone: string, now: number): string => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  return today.add({ days: 8 - today.dayOfWeek }).toString()
}
