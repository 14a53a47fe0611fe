import { may } from '@rondo/shared/circle/may.ts'
import { documentId } from '@rondo/shared/kernel/id.ts'
import { memberOf, type Sessions } from '../account/index.ts'
import { asSeenBy, NOWHERE, thingOf } from '../circle/index.ts'
import type { GuestSessions } from '../guest/index.ts'
import type { Context } from '../journal/context.ts'
import { findPageOfDocument } from '../page/index.ts'
import type { GuestPrincipal, Principal } from '../platform/http/http-app.ts'
import type { Access, AccessAnswer } from '../sync/index.ts'
import { hexOf } from './palette.ts'

/** Answers the document server by the same `may` that answers every request. */
export const documentAccess = (
  { db }: Context,
  sessions: Pick<Sessions, 'read'>,
  guests: Pick<GuestSessions, 'read' | 'stayOf'>,
): Access => ({
  authorize: async ({ cookieHeader, documentId: asked }): Promise<AccessAnswer> => {
    const found = await whoCame({ db }, sessions, guests, cookieHeader)
    if ('kind' in found) return found
    const { principal, person } = found
    const id = documentId.safeParse(asked)
    const page = id.success ? await findPageOfDocument(db.read, id.data) : undefined
    // Asked where there is no page, too: how long it takes must not tell absent from forbidden.
    const there = await thingOf(db.read, principal.memberId, page === undefined ? NOWHERE : page.circleId)
    const thing = asSeenBy(principal, page?.meetingId, there)
    if (page === undefined || thing === undefined || !may(principal, 'read', thing)) return { kind: 'absent' }
    return {
      kind: 'granted',
      account: { id: principal.memberId, ...person, colourHex: hexOf(person.colour) },
      mode: may(principal, 'take-part', thing) ? 'write' : 'read',
      sessionId: principal.sessionId,
    }
  },
})

interface Came {
  principal: Principal | GuestPrincipal
  person: { name: string; colour: number; isGuest?: true }
}

/** A member, else a guest. Whose stay as a guest is over finds nothing here: their device is to forget what it holds. */
const whoCame = async (
  { db }: Pick<Context, 'db'>,
  sessions: Pick<Sessions, 'read'>,
  guests: Pick<GuestSessions, 'read' | 'stayOf'>,
  cookieHeader: string | undefined,
): Promise<Came | AccessAnswer> => {
  const principal = await sessions.read(cookieHeader, { use: false })
  if (principal !== null) {
    const member = await memberOf(db.read, principal.memberId)
    if (member === undefined) return { kind: 'no-session' }
    return { principal, person: { name: member.name, colour: member.colour } }
  }
  const stay = await guests.stayOf(cookieHeader)
  if (stay === null) return { kind: 'no-session' }
  const guest = stay.ended === null ? await guests.read(cookieHeader) : null
  if (guest === null) return { kind: 'absent' }
  return { principal: guest, person: { name: stay.name, colour: stay.colour, isGuest: true } }
}
