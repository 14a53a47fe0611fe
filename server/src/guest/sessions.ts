import type { GuestStay } from '@rondo/shared/guest/model.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { hashSecret, readCookie } from '../account/index.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Db, Reader } from '../platform/db/database.ts'
import type { GuestPrincipal } from '../platform/http/http-app.ts'
import { cookieAge, endOf } from './rules.ts'
import { type FoundGuest, findGuest } from './store.ts'

/**
 * The sessions of guests: a cookie of their own beside that of members, good for one meeting until its page closes or the
 * link is ended, which is asked each time. What a browser holds outlives that, so that its guest may still become a member.
 */
export interface GuestSessions {
  /** The guest of this browser while they are let in. */
  read: (cookieHeader: string | undefined) => Promise<GuestPrincipal | null>
  /** The guest of this browser, let in or not. */
  stayOf: (cookieHeader: string | undefined) => Promise<GuestStay | null>
  /** Whether a session that was let in is so still. */
  isLetIn: (guest: GuestPrincipal) => Promise<boolean>
  /** The same within a transaction, by the guest's row. */
  find: (reader: Reader, cookieHeader: string | undefined) => Promise<FoundGuest | undefined>
  /** The `Set-Cookie` header that hands a session to a browser. */
  cookieOf: (secret: string, until: Instant) => string
  blankCookie: string
}

export const createGuestSessions = (
  { db, clock }: { db: Db; clock: Clock },
  publicUrl: string,
): GuestSessions => {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-rondo-guest' : 'rondo-guest'
  const serialize = (value: string, seconds: number): string =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`
  const find = async (reader: Reader, cookieHeader: string | undefined) => {
    const cookie = readCookie(cookieHeader, name)
    return cookie.kind === 'one' ? findGuest(reader, hashSecret(cookie.value)) : undefined
  }
  const look = (cookieHeader: string | undefined) => find(db.read, cookieHeader)
  const isIn = (found: FoundGuest | undefined): found is FoundGuest =>
    found !== undefined && endOf(found, clock.now()) === null
  return {
    find,
    read: async (cookieHeader) => {
      const found = await look(cookieHeader)
      return isIn(found) ? principalOf(found) : null
    },
    stayOf: async (cookieHeader) => {
      const found = await look(cookieHeader)
      return found === undefined ? null : stayOf(found, clock.now())
    },
    isLetIn: async ({ sessionId }) => isIn(await findGuest(db.read, sessionId)),
    cookieOf: (secret, until) => serialize(secret, cookieAge(until, clock.now())),
    blankCookie: serialize('', 0),
  }
}

const principalOf = ({ memberId, meetingId, tokenHash }: FoundGuest): GuestPrincipal => ({
  memberId,
  meetingId,
  role: 'guest',
  sessionId: tokenHash ?? '',
})

export const stayOf = (found: FoundGuest, now: Instant): GuestStay => ({
  id: found.memberId,
  name: found.name,
  colour: found.colour,
  timeZone: found.ownZone,
  locale: found.locale,
  meetingId: found.meetingId,
  title: found.title,
  circleName: found.circleName,
  until: found.until,
  ended: endOf(found, now),
})
