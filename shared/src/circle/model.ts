import { z } from 'zod'
import { circleId, memberId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'

export const circleName = line(80)
/** Why the circle exists, in 1 to 160 characters. */
export const purpose = line(160)

/** Open: every member of the workspace may read and join. Confidential: nobody else learns that it exists. */
export const visibility = z.enum(['open', 'confidential'])
export type Visibility = z.infer<typeof visibility>

/** What somebody is to a circle. */
export const standing = z.enum(['host', 'member', 'none'])
export type Standing = z.infer<typeof standing>

export const seat = z.strictObject({ memberId, isHost: z.boolean(), joinedAt: instant })
/** A member's place in a circle. */
export type Seat = z.infer<typeof seat>

export const circle = z.strictObject({
  id: circleId,
  name: circleName,
  purpose,
  visibility,
  /** The zone in which the circle names its times. */
  timeZone,
  createdAt: instant,
  /** Ordered by joining. */
  seats: z.array(seat),
  /** What the asking member is to this circle. */
  standing,
})
export type Circle = z.infer<typeof circle>
