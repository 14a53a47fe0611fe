import { Temporal } from 'temporal-polyfill'
import { DAY, type Instant } from '../kernel/time.ts'
import { timeOf } from './wall-clock.ts'

/** Meetings begin on the half hour (SPEC H8). */
const STEP = 30
const TIMES: readonly string[] = Array.from({ length: 1440 / STEP }, (_, index) => timeOf(index * STEP))

/** A start that could be chosen: a wall time of the circle on a date. */
export interface Candidate {
  readonly day: string
  readonly time: string
  readonly startsAt: Instant
}

/** A time of a day in a zone; what the zone's clock skips is read as later, what it repeats as the first of both. */
export const startOf = (zone: string, day: string, time: string): Instant =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds

/** The day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** Every start on a date, also those that a clock change moves. */
export const startsOn = (zone: string, day: string): Candidate[] =>
  TIMES.map((time) => ({ day, time, startsAt: startOf(zone, day, time) }))

/** Whether a zone's clock really shows this time on this day. */
export const isShown = (zone: string, { day, time, startsAt }: Candidate): boolean =>
  Temporal.Instant.fromEpochMilliseconds(startsAt)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .equals(`${day}T${time}`)

/** Instants that surely enclose everything on these days, whatever the zone. */
export const around = (first: string, last: string): readonly [Instant, Instant] => [
  Date.parse(`${first}T00:00:00Z`) - 2 * DAY,
  Date.parse(`${last}T00:00:00Z`) + 4 * DAY,
]
