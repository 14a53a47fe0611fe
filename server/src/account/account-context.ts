import type { Actor } from '@rondo/shared/account/model.ts'
import type { GuestStay } from '@rondo/shared/guest/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Result } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Passwords } from './passwords.ts'
import type { Sessions } from './sessions.ts'

/** What an invitation asks of circles. They come after accounts in the order of rooms, so `app` wires this. */
export interface CircleDoor {
  mayInvite: (reader: Reader, actor: Actor, circleId: CircleId) => Promise<boolean>
  nameOf: (reader: Reader, circleId: CircleId) => Promise<string | null>
  /** Gives the member a seat; one that is there already stays as it is. */
  takeSeat: (tx: Tx, circleId: CircleId, memberId: MemberId) => Promise<void>
}

/** What accounts ask of guests, who come after them, too. */
export interface GuestDoor {
  /** The guest of this browser, also one who is not let in any more; null where there is none. */
  stayOf: (cookieHeader: string | undefined) => Promise<GuestStay | null>
  /**
   * The account of this browser's guest, from then on a member's: it is theirs no more than once, and nobody else's. Null where
   * there is nothing to keep.
   */
  claim: (tx: Tx, cookieHeader: string | undefined) => Promise<MemberId | null>
  /** The `Set-Cookie` header that takes the guest's session from the browser. */
  blankCookie: string
}

/** What accounts need beside the context of every feature. */
export interface AccountContext extends Context {
  passwords: Passwords
  sessions: Sessions
  circles: CircleDoor
  guests: GuestDoor
  /** Where browsers find us; links are made from it, never from a request. */
  publicUrl: string
  /** The one-time code of the set-up; null where the server listens on loopback only. */
  setUpCode: string | null
  /** Fills an empty workspace with the demo and answers its first person. */
  fillDemo: (wish: { timeZone: string; locale: 'en' | 'de' | 'pseudo' }) => Promise<Result<MemberId>>
}
