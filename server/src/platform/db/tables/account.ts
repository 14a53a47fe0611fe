import type { CircleId, InvitationId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

export interface AccountTables {
  /** At most one row: its key is always 1. */
  workspace: { id: number; name: string; createdAt: Instant }

  member: {
    id: MemberId
    name: string
    /** 1 to 16, by order of joining. */
    colour: number
    timeZone: string
    /** A guest has no e-mail address that anybody could write to and no password; they become a member under the same id. */
    role: 'owner' | 'member' | 'guest'
    joinedAt: Instant
    email: string
    locale: 'en' | 'de' | 'pseudo'
    colourScheme: 'auto' | 'light' | 'dark'
    /** argon2id in PHC form. */
    passwordHash: string
  }

  session: {
    /** SHA-256 of the token that the browser holds, in hex. */
    id: string
    memberId: MemberId
    createdAt: Instant
    lastUsedAt: Instant
  }

  invitation: {
    id: InvitationId
    /** SHA-256 of the link's secret, in hex. */
    tokenHash: string
    invitedBy: MemberId
    circleId: CircleId | null
    createdAt: Instant
    expiresAt: Instant
    revokedAt: Instant | null
    usedAt: Instant | null
    usedBy: MemberId | null
  }

  /** Sign-in attempts that have not been followed by a success, by account, by address and by both. */
  signInThrottle: {
    key: string
    failures: number
    /** No attempt under this key is looked at before. */
    openAt: Instant
    lastAt: Instant
  }
}
