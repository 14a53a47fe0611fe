import { z } from 'zod'
import { formatRef } from '../format/model.ts'
import { circleId, meetingId, memberId } from '../kernel/id.ts'
import { day, instant, timeZone } from '../kernel/time.ts'
import { meetingTitle } from '../meeting/model.ts'

/** A time of day on the clocks of a zone, '00:00' to '23:59'. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 15:00')

/** How far ahead the meetings of a cadence exist. */
export const WEEKS_AHEAD = 12

/** When a circle meets, before it is known in which zone. */
export const recurrence = z.strictObject({
  /** A rule of RFC 5545 by days, e.g. `FREQ=WEEKLY;BYDAY=TH`. */
  rule: z.string().min(1).max(200),
  startsOn: day.refine((text) => text > '1970' && text < '2190', 'must be a date of this time'),
  /** On the clocks of the circle's zone; several take turns, one an occurrence. */
  times: z.array(wallTime).min(1).max(6),
  /** Days on which there is no meeting although the rule says so. */
  exceptions: z.array(day).max(100),
})
export type Recurrence = z.infer<typeof recurrence>

/** What a meeting of the cadence is made from. */
export const cadencePlan = recurrence.extend({
  title: meetingTitle,
  format: formatRef,
})
export type CadencePlan = z.infer<typeof cadencePlan>

/** A recurrence rule in the circle's zone, and what its meetings are made from. */
export const cadence = cadencePlan.extend({
  circleId,
  /** 1, 2, 3 …: whoever changes it names the one they saw. */
  version: z.int().min(1),
  timeZone,
  /** How long its next meeting is: what the segments of the format take together. */
  minutes: z.int().min(0),
  changedBy: memberId,
  changedAt: instant,
})
export type Cadence = z.infer<typeof cadence>

/** One meeting of the cadence, or the place of one that was called off. */
export const occurrence = z.strictObject({
  /** The day that the rule named, in the circle's zone; it stays although the meeting moves. */
  date: day,
  meetingId,
  title: meetingTitle,
  startsAt: instant,
  /** `moved`: by hand, away from where the cadence had put it. */
  state: z.enum(['planned', 'moved', 'cancelled']),
  cancelReason: z.string().nullable(),
})
export type Occurrence = z.infer<typeof occurrence>

/** The cadence of a circle and what comes of it from now on, soonest first. */
export const cadenceView = z.strictObject({
  cadence: cadence.nullable(),
  /** What a change names as seen: 0 where there never was one, and one more than before after it ended. */
  version: z.int().min(0),
  occurrences: z.array(occurrence),
})
export type CadenceView = z.infer<typeof cadenceView>
