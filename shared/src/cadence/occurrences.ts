import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { accept, type Result } from '../kernel/refusal.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import type { Recurrence } from './model.ts'
import { readRule, refuseRule } from './rule.ts'

/** A meeting as the rule wants it: the day it is named by, and when it begins. */
export interface DueMeeting {
  date: string
  startsAt: Instant
}

export interface Window {
  from: Instant
  /** Exclusive. */
  until: Instant
}

/** More steps than any rule needs within the years it may run; a rule that needs more is refused. */
const PATIENCE = { maxIterations: 20_000, maxCandidateEvaluations: 100_000 }

/** How far ahead the first meeting may be: near it is found soon, and a search that goes on holds everybody up. */
const SEARCHED_WEEKS = [8, 53, 5 * 53]

/** Whose turn a time is is counted from the first day on; nobody waits for more years than these to be counted. */
const COUNTED_YEARS = 5

/**
 * What a recurrence yields within a window. Days come from the rule; each then gets its time on the clocks of the zone, so
 * changes of the clocks move nothing. A time that the clocks skip that day is taken by the offset from before, one that
 * they show twice is the first (RFC 5545, 3.3.5): no meeting is lost and none is doubled.
 */
export const occurrencesIn = (
  recurrence: Recurrence,
  timeZone: string,
  { from, until }: Window,
): DueMeeting[] => {
  const { startsOn, times, exceptions } = recurrence
  const days = { from: dayBefore(from, timeZone), until: dayAfter(until, timeZone) }
  // Whose turn a time is depends on how many meetings came before; with one time nothing does.
  const since = times.length > 1 ? startsOn : max(startsOn, days.from)
  if (days.until < since) return []
  return datesOf(recurrence, since, days.until)
    .map((date, index) => ({ date, startsAt: at(date, times[index % times.length] ?? '00:00', timeZone) }))
    .filter(({ date, startsAt }) => startsAt >= from && startsAt < until && !exceptions.includes(date))
}

/** Why nothing would come of a recurrence, if so. */
export const checkRecurrence = (recurrence: Recurrence, timeZone: string, now: Instant): Result<null> => {
  const rule = readRule(recurrence.rule)
  if (!rule.ok) return rule
  const first = at(recurrence.startsOn, '00:00', timeZone)
  const earliest = zoned(now, timeZone).subtract({ years: COUNTED_YEARS }).epochMilliseconds
  if (recurrence.times.length > 1 && first < earliest)
    return refuseRule([{ field: 'startsOn', detail: 'lies too far back for times that take turns' }])
  try {
    // What is counted is counted from its beginning each time: once is enough.
    const weeksOn = rule.value.COUNT === undefined ? SEARCHED_WEEKS : SEARCHED_WEEKS.slice(-1)
    const isThere = weeksOn.some((weeks) => {
      const until = Math.max(now, first) + weeks * 7 * DAY
      return occurrencesIn(recurrence, timeZone, { from: now, until }).length > 0
    })
    if (isThere) return accept(null)
  } catch {
    return refuseRule([{ field: 'rule', detail: 'cannot be computed' }])
  }
  return refuseRule([{ field: 'rule', detail: 'yields no meeting from now on' }])
}

/** The days of a rule from `since` on, which is its beginning or later, up to and with `until`. */
const datesOf = ({ rule, startsOn }: Recurrence, since: string, until: string): string[] => {
  const computed = new RRuleTemporal({
    rruleString: rule.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T000000Z'),
    dtstart: midnight(startsOn),
    temporal: Temporal,
    strict: true,
    ...PATIENCE,
  })
  return computed
    .between(midnight(since), midnight(until), true)
    .map((found) => found.toPlainDate().toString())
}

/** Days are computed where every day has 24 hours. */
const midnight = (date: string): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(date).toZonedDateTime('UTC')

/** The instant at which the clocks of a zone show this. */
const at = (date: string, time: string, timeZone: string): Instant =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds

const zoned = (instant: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)

const dayBefore = (instant: Instant, timeZone: string): string =>
  zoned(instant, timeZone).toPlainDate().subtract({ days: 1 }).toString()

const dayAfter = (instant: Instant, timeZone: string): string =>
  zoned(instant, timeZone).toPlainDate().add({ days: 1 }).toString()

const max = (a: string, b: string): string => (a > b ? a : b)
