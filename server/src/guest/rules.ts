import type { Status, Visibility } from '@rondo/shared/circle/model.ts'
import { type GuestEnd, guestLimits } from '@rondo/shared/guest/model.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'

/** What lets guests in or keeps them out, whoever they are. */
export interface Door {
  visibility: Visibility
  status: Status
  /** When the meeting's page closes to guests. */
  until: Instant
  phase: 'scheduled' | 'live' | 'wrapped' | 'cancelled'
}

/** How long after the close what somebody wrote as a guest waits for their account. */
const KEPT_FOR = 30 * DAY

/** Why no guest is let in at this moment; null where they are. */
const whyClosed = (door: Door, now: Instant): 'confidential' | 'closed' | null => {
  if (door.visibility === 'confidential') return 'confidential'
  if (door.status !== 'active' && door.status !== 'closing') return 'closed'
  return now >= door.until ? 'closed' : null
}

/** What ended a guest's stay; null while it goes on. */
export const endOf = (
  { revokedAt, ...door }: Door & { revokedAt: Instant | null },
  now: Instant,
): GuestEnd | null => {
  if (revokedAt !== null) return { why: 'link', since: revokedAt }
  if (now >= door.until) return { why: 'time', since: door.until }
  return whyClosed(door, now) === null ? null : { why: 'link', since: null }
}

/** Whether it is soon enough for a guest to become a member and keep what they wrote. */
export const mayKeep = ({ until }: Pick<Door, 'until'>, now: Instant): boolean => now < until + KEPT_FOR

/** How long a browser holds a guest's session, in seconds: as long as there is something to keep. */
export const cookieAge = (until: Instant, now: Instant): number =>
  Math.max(0, Math.floor((until + KEPT_FOR - now) / 1000))

/** Why no link can be made; null where one can. */
export const whyNoLink = (door: Door, now: Instant): 'confidential' | 'closed' | 'cancelled' | null =>
  whyClosed(door, now) ?? (door.phase === 'cancelled' ? 'cancelled' : null)

const NO_LINK = {
  confidential: 'This circle is confidential: nobody comes in by a link. Give whoever should come a seat.',
  closed: 'The page of this meeting is closed to guests.',
  cancelled: 'This meeting was cancelled.',
} as const

export const mayMakeLink = (door: Door, openLinks: number, now: Instant): Result<null> => {
  const why = whyNoLink(door, now)
  if (why !== null) return refuse('conflict', NO_LINK[why], { reason: `guest.${why}` })
  if (openLinks >= guestLimits.openLinks)
    return refuse(
      'conflict',
      `A meeting has at most ${guestLimits.openLinks} links. End one of them first.`,
      {
        reason: 'guest.too-many-links',
      },
    )
  return accept(null)
}

/** Whether one more may come in by a link. */
export const roomForGuest = (came: { byLink: number; toMeeting: number }): Result<null> =>
  came.byLink < guestLimits.perLink && came.toMeeting < guestLimits.perMeeting
    ? accept(null)
    : refuse('conflict', 'All places for guests are taken. Ask whoever sent you the link for another one.', {
        reason: 'guest.full',
      })
