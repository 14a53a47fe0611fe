import { z } from 'zod'

/** What a circle can have come round by itself, and turn on or off. */
export const RITUALS = ['friday-wins', 'brown-bag', 'demo-day', 'drift'] as const
export const ritualName = z.enum(RITUALS)
export type RitualName = z.infer<typeof ritualName>
