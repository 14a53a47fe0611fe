import { z } from 'zod'
import { circleId, memberId } from '../kernel/id.ts'
import { line, lineOrNothing } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'

export const circleName = line(80)
/** Why the circle exists, in 1 to 160 characters. */
export const purpose = line(160)
/** A purpose that is still being looked for: a draft keeps it, however long or empty it is. */
export const draftPurpose = lineOrNothing(600)

/** Open: every member of the workspace may read and join. Confidential: nobody else learns that it exists. */
export const visibility = z.enum(['open', 'confidential'])
export type Visibility = z.infer<typeof visibility>

/**
 * Where a circle is in its life. A draft is seen by those who prepare it; closing is the time of the ceremony; an archived circle
 * is read and changed no more.
 */
export const status = z.enum(['draft', 'active', 'closing', 'archived'])
export type Status = z.infer<typeof status>

/** What somebody is to a circle. */
export const standing = z.enum(['host', 'member', 'none'])
export type Standing = z.infer<typeof standing>

export const seat = z.strictObject({ memberId, isHost: z.boolean(), joinedAt: instant })
/** A member's place in a circle. */
export type Seat = z.infer<typeof seat>

/** How many seats a circle wants at most: a soft limit, which a host may pass. Null: as many as come. */
export const seatLimit = z.int().min(2).max(50).nullable()

export const circle = z.strictObject({
  id: circleId,
  name: circleName,
  /** Of 1 to 160 characters, except in a draft. */
  purpose: draftPurpose,
  visibility,
  status,
  /** The zone in which the circle names its times. */
  timeZone,
  createdAt: instant,
  seatLimit,
  /** Ordered by joining. */
  seats: z.array(seat),
  /** Who waits for a seat, in the order in which they came. */
  waiting: z.array(memberId),
  /** What the asking member is to this circle. */
  standing,
  /** The asking member has a seat, but reads only until they accept the agreement. */
  mustAccept: z.boolean(),
})
export type Circle = z.infer<typeof circle>
