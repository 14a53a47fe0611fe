import { HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'

type Planned = Pick<MeetingSummary, 'phase' | 'startsAt'>

/** A meeting that nobody started is still waited for this long. */
const PATIENCE = 12 * HOUR

/** What is on now, what comes next, and what comes after that, soonest first. */
export const upcoming = <M extends Planned>(meetings: readonly M[], now: Instant): M[] => {
  const live = meetings.filter((meeting) => meeting.phase === 'live')
  const planned = meetings.filter(
    (meeting) => meeting.phase === 'scheduled' && meeting.startsAt > now - PATIENCE,
  )
  return [...live, ...planned.toSorted((a, b) => a.startsAt - b.startsAt)]
}

/** Meetings that were to come and were called off, soonest first: whoever looks for one learns why it is not on. */
export const calledOff = <M extends Planned>(meetings: readonly M[], now: Instant): M[] =>
  meetings
    .filter((meeting) => meeting.phase === 'cancelled' && meeting.startsAt > now)
    .toSorted((a, b) => a.startsAt - b.startsAt)

/** Meetings whose time is over, latest first: those with show-notes, and those that never came to be. */
export const past = <M extends Planned>(meetings: readonly M[], now: Instant): M[] =>
  meetings.filter((meeting) => isPast(meeting, now)).toSorted((a, b) => b.startsAt - a.startsAt)

const isPast = ({ phase, startsAt }: Planned, now: Instant): boolean => {
  if (phase === 'scheduled') return startsAt <= now - PATIENCE
  return phase === 'wrapped' || (phase === 'cancelled' && startsAt <= now)
}

/** Whole days until then, as calendars count: 0 is today. Midnight is that of the zone. */
export const daysUntil = (then: Instant, now: Instant, timeZone: string): number => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone })
  return Math.round((Date.parse(day.format(then)) - Date.parse(day.format(now))) / (24 * HOUR))
}
