import { z } from 'zod'
import { memberId } from '../kernel/id.ts'
import { day, instant, timeZone } from '../kernel/time.ts'

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export const weekday = z.int().min(1).max(7)

/** What a clock on a wall shows: 'HH:MM', from 00:00 to 23:59. */
export const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00')

/** When somebody can be met without giving up their evening: the same hours on each of their working days. */
export const workingHours = z
  .strictObject({
    days: z
      .array(weekday)
      .min(1, 'must name at least one working day')
      .max(7)
      .refine((days) => new Set(days).size === days.length, 'must name each day once')
      .transform((days) => days.toSorted((a, b) => a - b)),
    from: wallTime,
    to: wallTime,
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    message: 'must be later than the start, on the same day',
  })
export type WorkingHours = z.infer<typeof workingHours>

/** What counts for whoever has not said otherwise. */
export const USUAL_HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }

/** Somebody whom a time must suit. */
export const attendee = z.strictObject({
  memberId,
  timeZone,
  hours: workingHours,
  /** They have not said when they work; the usual hours are assumed. */
  isAssumed: z.boolean(),
})
export type Attendee = z.infer<typeof attendee>

/** What a time is for somebody; its pain is in `PAIN`. */
export const strain = z.enum(['in-hours', 'edge', 'day-off', 'night'])
export type Strain = z.infer<typeof strain>

export const PAIN: Readonly<Record<Strain, 0 | 1 | 3>> = { 'in-hours': 0, edge: 1, 'day-off': 3, night: 3 }

/** A meeting as one attendee's calendar and clock show it. */
export const view = z.strictObject({ memberId, day, time: wallTime, strain })
export type View = z.infer<typeof view>

/** A time at which a circle could meet, as everybody's clock shows it. */
export const slot = z.strictObject({
  /** In the circle's zone. */
  time: wallTime,
  /** Any start from the first to the last of these wall times of the circle hurts everybody just as much. */
  earliest: wallTime,
  latest: wallTime,
  /** The days on which everybody's clocks show the same at this time, the first of them first. */
  starts: z.array(z.strictObject({ startsAt: instant, day })).min(1),
  /** On the first of these days. */
  views: z.array(view),
})
export type Slot = z.infer<typeof slot>

/** One meeting of a rotating series. */
export const turnOut = z.strictObject({
  startsAt: instant,
  day,
  time: wallTime,
  views: z.array(
    view.extend({
      /** An asynchronous seat is proposed: this meeting costs them nothing. */
      isAsync: z.boolean(),
      /** Their pain of this meeting and all before it. */
      sum: z.int().min(0),
    }),
  ),
})

/** Six meetings with rotating wall times. */
export const series = z.strictObject({
  /** Everybody's sums differ by at most three without a single asynchronous seat. */
  isFair: z.boolean(),
  /** All possible series were looked at, so that where none is fair there is none. */
  sawAll: z.boolean(),
  meetings: z.array(turnOut),
  /** The circle's wall times in turn: over six meetings they repeat in this order. */
  times: z.array(wallTime).min(1),
  /** The same time at every meeting, chosen to hurt as few as can be, and what everybody would pay then. */
  steady: z.strictObject({
    time: wallTime,
    sums: z.array(z.strictObject({ memberId, sum: z.int().min(0) })),
  }),
})
export type Series = z.infer<typeof series>
