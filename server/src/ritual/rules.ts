import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Hour, Ritual, RitualName } from '@rondo/shared/ritual/model.ts'
import { Temporal } from 'temporal-polyfill'

/** As rituals come, before a circle says anything: what makes meetings is off, what helps them is on. */
export const DEFAULTS: Readonly<Record<RitualName, Ritual>> = {
  'friday-wins': { name: 'friday-wins', isOn: false, hour: { weekday: 5, time: '15:00' }, version: 0 },
  'brown-bag': { name: 'brown-bag', isOn: true, hour: null, version: 0 },
  'demo-day': { name: 'demo-day', isOn: true, hour: null, version: 0 },
  drift: { name: 'drift', isOn: true, hour: null, version: 0 },
}

/** So long before a brown-bag somebody is asked to present. */
export const OFFERED_BEFORE = 3 * DAY

/** So many declines make an open mic. */
export const DECLINES = 2

/** How far back the wins of a week reach. */
export const WINS_OF = 7 * DAY

/**
 * The next time the circle's wall shows this hour of the week, later than `after`. An hour that a clock change skips comes
 * as much later as the clocks were moved; one that it repeats comes once, the first time.
 */
export const nextHour = ({ weekday, time }: Hour, timeZone: string, after: Instant): Instant => {
  const from = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).toPlainDate()
  const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
  const at = (date: Temporal.PlainDate): Instant =>
    date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
  return at(first) > after ? at(first) : at(first.add({ weeks: 1 }))
}

/** The week that an instant belongs to, by its Monday on the circle's calendar: '2026-03-02'. */
export const weekOf = (at: Instant, timeZone: string): string => {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/** The next full period after now, for what the server does round the clock. */
export const nextRound = (period: number, now: Instant): Instant => now - (now % period) + period

/** A slot of a demo day: a segment with somebody who leads it. */
export interface Slot<Id> {
  readonly id: Id
  readonly minutes: number
  readonly lead: MemberId | null
}

/** Whom to call when the time of the present slot is up, and when that is. Null where nobody comes after it. */
export const nextCall = <Id>(
  slots: readonly Slot<Id>[],
  current: { id: Id; enteredAt: Instant },
): { slotId: Id; memberId: MemberId; at: Instant } | null => {
  const index = slots.findIndex(({ id }) => id === current.id)
  const present = slots[index]
  const next = slots[index + 1]
  if (present === undefined || next === undefined || next.lead === null) return null
  return { slotId: next.id, memberId: next.lead, at: current.enteredAt + present.minutes * MINUTE }
}

/** Names a prompt to think about the circle's course: for each meeting that went by, whoever is next is asked once. */
export const driftKey = (circleId: CircleId, reasons: readonly string[], meetings: number): string =>
  `drift ${circleId} ${reasons.join('+')} ${meetings}`
