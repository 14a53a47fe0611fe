import { z } from 'zod'

/** What a circle can have come round by itself, and turn on or off. */
export const RITUALS = ['friday-wins', 'brown-bag', 'demo-day', 'drift'] as const
export const ritualName = z.enum(RITUALS)
export type RitualName = z.infer<typeof ritualName>

/** 1 is Monday, 7 is Sunday. */
export const weekday = z.int().min(1).max(7)
/** A time on the circle's wall, such as '15:00'. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 15:00')

/** The hour of a ritual that has one of its own. */
export const hour = z.strictObject({ weekday, time: wallTime })
export type Hour = z.infer<typeof hour>

export const ritual = z.strictObject({
  name: ritualName,
  isOn: z.boolean(),
  /** Null for rituals that go along with meetings. */
  hour: hour.nullable(),
  /** Counts changes; whoever changes it names the one that they saw. */
  version: z.int().min(0),
})
/** How a circle keeps a ritual. */
export type Ritual = z.infer<typeof ritual>
