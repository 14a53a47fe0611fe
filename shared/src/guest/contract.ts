import { z } from 'zod'
import { locale } from '../account/model.ts'
import { defineContract } from '../kernel/contract.ts'
import { guestLinkId, meetingId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'
import { guestLink, guestName, guestStay, personInMeeting } from './model.ts'

const ofMeeting = z.strictObject({ meetingId })

/** A 256-bit secret, base64url. */
const guestToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not a complete guest link')

/** Makes a link to one meeting. The secret is in this answer and nowhere else. */
export const makeGuestLink = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/guest-links',
  access: 'member',
  params: ofMeeting,
  output: z.strictObject({ link: guestLink, url: z.url() }),
})

/** Every link that was made for a meeting, latest first, and when its page closes to guests. */
export const listGuestLinks = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/guest-links',
  access: 'member',
  params: ofMeeting,
  output: z.strictObject({
    links: z.array(guestLink),
    until: instant,
    /** Why no link can be made now; null where one can. */
    whyNot: z.enum(['confidential', 'closed', 'cancelled']).nullable(),
  }),
})

/** Ends a link: it opens nothing from now on, and who came by it is out at once. */
export const revokeGuestLink = defineContract({
  method: 'DELETE',
  path: '/api/meetings/:meetingId/guest-links/:guestLinkId',
  access: 'member',
  params: z.strictObject({ meetingId, guestLinkId }),
  output: z.null(),
})

/** Asked by POST so that the secret never stands in an address. */
export const readGuestLink = defineContract({
  method: 'POST',
  path: '/api/guest-links/read',
  access: 'anyone',
  body: z.strictObject({ token: guestToken }),
  output: z.strictObject({
    meetingId,
    title: line(160),
    circleName: line(80),
    invitedBy: line(80),
    startsAt: instant,
    /** The zone in which the circle names its times. */
    timeZone,
    until: instant,
  }),
})

/** Comes in by a link. Whoever is in already, with the same browser, stays who they are. */
export const enterAsGuest = defineContract({
  method: 'POST',
  path: '/api/guests',
  access: 'anyone',
  body: z.strictObject({ token: guestToken, name: guestName, timeZone, locale: locale.default('en') }),
  output: guestStay,
})

/** Goes: this browser is nobody's guest any more, and cannot keep what was written. */
export const leaveAsGuest = defineContract({
  method: 'DELETE',
  path: '/api/guests/current',
  access: 'anyone',
  output: z.null(),
})

/** The guests of every meeting that the asking member may read; who became a member is among the members. */
export const listGuests = defineContract({
  method: 'GET',
  path: '/api/guests',
  access: 'member',
  output: z.strictObject({ guests: z.array(personInMeeting.extend({ meetingId })) }),
})

/** The names that stand in the page of a meeting or in its log, and of who is its guest. */
export const listPeopleInMeeting = defineContract({
  method: 'GET',
  path: '/api/meetings/:meetingId/people',
  access: 'room',
  params: ofMeeting,
  output: z.strictObject({ people: z.array(personInMeeting) }),
})
