import { may } from '@rondo/shared/circle/may.ts'
import { documentId } from '@rondo/shared/kernel/id.ts'
import { memberOf, type Sessions } from '../account/index.ts'
import { NOWHERE, thingOf } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { findPageOfDocument } from '../page/index.ts'
import type { Access, AccessAnswer } from '../sync/index.ts'
import { hexOf } from './palette.ts'

/** Answers the document server by the same `may` that answers every request. */
export const documentAccess = ({ db }: Context, sessions: Sessions): Access => ({
  authorize: async (request): Promise<AccessAnswer> => {
    const principal = await sessions.read(request.cookieHeader, { use: false })
    if (principal === null) return { kind: 'no-session' }
    const id = documentId.safeParse(request.documentId)
    const page = id.success ? await findPageOfDocument(db.read, id.data) : undefined
    const member = await memberOf(db.read, principal.memberId)
    if (member === undefined) return { kind: 'no-session' }
    // Asked where there is no page, too: how long it takes must not tell absent from forbidden.
    const thing = await thingOf(db.read, member.id, page === undefined ? NOWHERE : page.circleId)
    if (page === undefined || thing === undefined || !may(principal, 'read', thing)) return { kind: 'absent' }
    return {
      kind: 'granted',
      account: { id: member.id, name: member.name, colour: member.colour, colourHex: hexOf(member.colour) },
      mode: may(principal, 'write', thing) ? 'write' : 'read',
      sessionId: principal.sessionId,
    }
  },
})
