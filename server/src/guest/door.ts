import type { GuestDoor } from '../account/index.ts'
import type { Context } from '../journal/context.ts'
import { mayKeep } from './rules.ts'
import type { GuestSessions } from './sessions.ts'
import { endSession } from './store.ts'

/** What accounts ask of guests; `app` hands it to them, for they are a lower room. */
export const guestDoor = ({ clock }: Pick<Context, 'clock'>, sessions: GuestSessions): GuestDoor => ({
  stayOf: sessions.stayOf,
  claim: async (tx, cookieHeader) => {
    const found = await sessions.find(tx, cookieHeader)
    if (found === undefined || !mayKeep(found, clock.now())) return null
    return (await endSession(tx, found.memberId)) ? found.memberId : null
  },
  blankCookie: sessions.blankCookie,
})
