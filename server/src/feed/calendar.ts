import { DAY, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { descriptionOf, type FeedMeeting, type Owner, summaryOf } from './event-text.ts'
import { zoneBlock } from './zone-block.ts'

/** A meeting with the number of its latest change. */
export interface FeedEvent {
  meeting: FeedMeeting
  sequence: number
  changedAt: Instant
}

/** The text of a calendar (RFC 5545). The same events give the same text, letter by letter. */
export const calendarText = (
  name: string,
  events: readonly FeedEvent[],
  { owner, publicUrl }: { owner: Owner; publicUrl: string },
): string => {
  const starts = events.map(({ meeting }) => meeting.startsAt)
  const [from, until] = [Math.min(...starts) - DAY, Math.max(...starts) + 2 * DAY]
  const calendar = ical({
    name: onOneLine(name),
    prodId: { company: 'Rondo', product: 'Rondo' },
    method: ICalCalendarMethod.PUBLISH,
    // Without a zone of its own: what stands outside of events is told in UTC.
    timezone: { name: null, generator: (zone) => zoneBlock(zone, from, until) },
  })
  const host = new URL(publicUrl).hostname
  for (const { meeting, sequence, changedAt } of events) {
    const { id, timeZone, startsAt, minutes, cancelReason } = meeting
    const url = `${publicUrl}/meetings/${id}`
    const endsAt = startsAt + Math.max(minutes, 1) * MINUTE
    calendar.createEvent({
      id: `${id}@${host}`,
      sequence,
      timezone: isPlain(startsAt, endsAt, timeZone) ? timeZone : 'UTC',
      start: instant(startsAt),
      end: instant(endsAt),
      stamp: instant(changedAt),
      lastModified: instant(changedAt),
      summary: summaryOf(meeting),
      description: descriptionOf(meeting, owner, url),
      url,
      status: cancelReason === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    })
  }
  // A calendar holds one component at least.
  const nothing = events.length === 0 ? `${zoneBlock(owner.timeZone, 0, DAY)}\r\n` : ''
  return `${calendar
    .toString()
    .trimEnd()
    .replace(/END:VCALENDAR$/, `${nothing}END:VCALENDAR`)}\r\n`
}

/** The library writes the name of a calendar as it is given, unlike every other text; a line break would begin another property. */
const onOneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ')

const instant = (at: Instant): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at)

/**
 * Whether the times on the wall tell when a meeting is. In the hour that a clock goes through twice, and over a change of the
 * clock, they may end before they begin, or mean the other of two hours: then it is told in UTC.
 */
const isPlain = (startsAt: Instant, endsAt: Instant, timeZone: string): boolean => {
  const start = instant(startsAt).toZonedDateTimeISO(timeZone)
  const end = instant(endsAt).toZonedDateTimeISO(timeZone)
  const isFirst = start.toPlainDateTime().toZonedDateTime(timeZone).epochMilliseconds === startsAt
  return isFirst && start.offsetNanoseconds === end.offsetNanoseconds
}
