import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId } from '../kernel/id.ts'
import { day } from '../kernel/time.ts'
import { attendee, series, slot, workingHours } from './model.ts'

const ownHours = z.strictObject({ hours: workingHours, isAssumed: z.boolean() })
const inCircle = z.strictObject({ circleId })

/** A number as a query writes it. */
const counted = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))

const minutes = counted(5, 480)

/** A date that is near enough for zones to know their rules. */
const date = day.refine((text) => text > '2000' && text < '2190', 'must be a date of this time')

/** When the asking member works, or what is assumed. */
export const readOwnHours = defineContract({
  method: 'GET',
  path: '/api/account/hours',
  access: 'member',
  output: ownHours,
})

/** Says when the asking member works, in their own zone. Nobody sets another's hours. */
export const changeOwnHours = defineContract({
  method: 'PATCH',
  path: '/api/account/hours',
  access: 'member',
  body: workingHours,
  output: ownHours,
})

/** When the people of a circle work; only they see it. */
export const listHours = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/hours',
  access: 'member',
  params: inCircle,
  output: z.strictObject({ attendees: z.array(attendee) }),
})

/** The best times for one meeting on the given days, best first. */
export const rankSlots = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/fair-hours',
  access: 'member',
  params: inCircle,
  query: z.strictObject({ day: date, days: counted(1, 14).default(7), minutes }),
  output: z.strictObject({ slots: z.array(slot) }),
})

/** Six meetings whose wall times rotate, so that what they cost is shared. */
export const planSeries = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/fair-series',
  access: 'member',
  params: inCircle,
  query: z.strictObject({ day: date, weeks: counted(1, 8).default(1), minutes }),
  output: series,
})
