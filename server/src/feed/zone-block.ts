import type { Instant } from '@rondo/shared/kernel/time.ts'
import { Temporal } from 'temporal-polyfill'

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5) for the years that a calendar shows: one observance for each change of its
 * clocks, by the same data that gives every time in the product. Zones that changed their rule are right this way, and so
 * are those whose changes follow no yearly rule.
 */
export const zoneBlock = (zone: string, from: Instant, until: Instant): string => {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const begun = start.getTimeZoneTransition('previous')
  const lines =
    begun === null ? observance(start.with({ year: 1970, month: 1, day: 1 }), null) : changeAt(begun)
  let next = start.getTimeZoneTransition('next')
  while (next !== null && next.epochMilliseconds < until) {
    lines.push(...changeAt(next))
    next = next.getTimeZoneTransition('next')
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE'].join('\r\n')
}

const changeAt = (change: Temporal.ZonedDateTime): string[] =>
  observance(change, change.subtract({ milliseconds: 1 }))

/** What the clocks show from then on; it begins at the time that they showed before. */
const observance = (change: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime | null): string[] => {
  const was = before ?? change
  const kind = change.offsetNanoseconds > was.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  const begins = change.toInstant().toZonedDateTimeISO(was.offset)
  return [
    `BEGIN:${kind}`,
    `DTSTART:${begins.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetOf(was)}`,
    `TZOFFSETTO:${offsetOf(change)}`,
    `END:${kind}`,
  ]
}

/** '+0530'; where a zone had seconds, with them. */
const offsetOf = ({ offset }: Temporal.ZonedDateTime): string => offset.replaceAll(':', '')
