import { Temporal } from 'temporal-polyfill'

/** A day and a time of day as the inputs of a browser hold them: 'YYYY-MM-DD' and 'HH:MM'. */
export interface LocalTime {
  readonly day: string
  readonly time: string
}

/** The instant of a local time in a zone; in the hour that a clock change skips, the later reading counts. */
export function instantIn(zone: string, { day, time }: LocalTime): number | undefined {
  try {
    return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return undefined
  }
}

/** What calendar and clock of a zone show at an instant. */
export function localTimeIn(zone: string, at: number): LocalTime {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return {
    day: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** When the next meeting probably is: a week after the last one at the same time of day, or tomorrow at noon. */
export function proposedTime(zone: string, lastStart: number | undefined, now: number): LocalTime {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  if (lastStart === undefined) {
    return { day: today.toPlainDate().add({ days: 1 }).toString(), time: '12:00' }
  }
  const { day, time } = localTimeIn(zone, lastStart)
  let next = Temporal.PlainDate.from(day).add({ days: 7 })
  while ((instantIn(zone, { day: next.toString(), time }) ?? now) < now) next = next.add({ days: 7 })
  return { day: next.toString(), time }
}
