import type { Locale } from '@rondo/shared/account/model.ts'
import type { GuestStay } from '@rondo/shared/guest/model.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { colourOf, hashSecret, insertGuestPerson, newSecret } from '../account/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { type GuestContext, tellChanged } from './link-commands.ts'
import { endOf, roomForGuest } from './rules.ts'
import { type GuestSessions, stayOf } from './sessions.ts'
import { endSession, findGuest, findLink, insertGuest, linksOf } from './store.ts'

/** Somebody who comes in by a link. */
interface Arrival {
  token: string
  name: string
  timeZone: string
  locale: Locale
}

/** Members take their colours from the other end of the palette. */
const FIRST_COLOUR = 8

/** The same words for a link that is wrong, ended, or of a meeting that is closed: who guesses learns nothing. */
const GONE = refuse(
  'gone',
  'This link opens nothing, or nothing any more. Ask whoever sent it for another one.',
  {
    reason: 'guest.link-gone',
  },
)

/** What a link leads to, while it lets somebody in. */
export const usableLink = async (
  { clock }: GuestContext,
  tx: Parameters<typeof findLink>[0],
  token: string,
) => {
  const found = await findLink(tx, hashSecret(token))
  return found === undefined || endOf(found, clock.now()) !== null ? GONE : accept(found)
}

/**
 * Gives somebody a place in the meeting and their browser a session. A browser that has one in this meeting keeps it: opening the
 * link twice makes nobody twice.
 */
export const enter = (
  context: GuestContext,
  sessions: GuestSessions,
  arrival: Arrival,
  cookieHeader: string | undefined,
): Promise<Result<{ stay: GuestStay; cookie: string | null }>> =>
  transact(context.db, async (tx) => {
    const link = await usableLink(context, tx, arrival.token)
    if (!link.ok) return link
    const now = context.clock.now()
    const known = await sessions.find(tx, cookieHeader)
    if (known !== undefined && known.meetingId === link.value.meetingId && endOf(known, now) === null)
      return accept({ stay: stayOf(known, now), cookie: null })
    const came = await cameTo(tx, link.value)
    const room = roomForGuest(came)
    if (!room.ok) return room
    const secret = await seat(context, tx, link.value.id, arrival, came.toMeeting)
    await tellChanged(
      context,
      tx,
      { id: link.value.meetingId, circleId: link.value.circleId },
      secret.memberId,
    )
    const found = await findGuest(tx, hashSecret(secret.token))
    if (found === undefined) throw new Error('A guest who just came is not there.')
    return accept({ stay: stayOf(found, now), cookie: sessions.cookieOf(secret.token, found.until) })
  })

const cameTo = async (tx: Tx, { id, meetingId }: { id: string; meetingId: MeetingId }) => {
  const links = await linksOf(tx, meetingId)
  return {
    byLink: links.find((one) => one.id === id)?.guests ?? 0,
    // Whoever came by a link that was ended is out, and takes nobody's place.
    toMeeting: links.reduce((sum, { guests, revokedAt }) => (revokedAt === null ? sum + guests : sum), 0),
  }
}

const seat = async (
  { ids, clock }: GuestContext,
  tx: Tx,
  linkId: Parameters<typeof insertGuest>[1]['linkId'],
  { name, timeZone, locale }: Arrival,
  before: number,
) => {
  const memberId = ids.next<'member'>()
  const joinedAt = clock.now()
  const token = newSecret()
  await insertGuestPerson(tx, {
    id: memberId,
    name,
    colour: colourOf(FIRST_COLOUR + before),
    timeZone,
    locale,
    joinedAt,
  })
  await insertGuest(tx, { memberId, linkId, tokenHash: hashSecret(token), joinedAt })
  return { memberId, token }
}

/** This browser is nobody's guest any more. */
export const leave = (
  context: GuestContext,
  sessions: GuestSessions,
  cookieHeader: string | undefined,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await sessions.find(tx, cookieHeader)
    if (found === undefined) return accept(null)
    await endSession(tx, found.memberId)
    await tellChanged(context, tx, { id: found.meetingId, circleId: found.circleId }, found.memberId)
    return accept(null)
  })
