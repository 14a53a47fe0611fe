import { z } from 'zod'
import { locale } from '../account/model.ts'
import { guestLinkId, meetingId, memberId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'

/** What a guest says of themselves: a name, and nothing else. */
export const guestName = line(80)

/** A link to one meeting. Its secret is told once, when it is made. */
export const guestLink = z.strictObject({
  id: guestLinkId,
  madeBy: memberId,
  madeAt: instant,
  /** Null while it opens the meeting. */
  revokedAt: instant.nullable(),
  /** How many came by it. */
  guests: z.int().min(0),
})
export type GuestLink = z.infer<typeof guestLink>

/** How many may come, so that a link that got about fills no room. */
export const guestLimits = { openLinks: 10, perLink: 25, perMeeting: 50 } as const

/** Why a guest is no longer let in: the meeting's window closed, or somebody ended the link. */
export const guestEnd = z.strictObject({ why: z.enum(['time', 'link']), since: instant.nullable() })
export type GuestEnd = z.infer<typeof guestEnd>

/** A guest as this browser is told of itself. */
export const guestStay = z.strictObject({
  id: memberId,
  name: guestName,
  colour: z.int().min(1).max(16),
  timeZone,
  locale,
  meetingId,
  title: line(160),
  circleName: line(80),
  /** When the meeting's page closes to guests. */
  until: instant,
  /** Null while they are let in. */
  ended: guestEnd.nullable(),
})
export type GuestStay = z.infer<typeof guestStay>

/** Somebody by name; no address, no clock, no circles. */
export const personInMeeting = z.strictObject({
  id: memberId,
  name: line(80),
  colour: z.int().min(1).max(16),
  isGuest: z.boolean(),
})
export type PersonInMeeting = z.infer<typeof personInMeeting>
