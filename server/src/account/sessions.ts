import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import type { Context } from '../journal/context.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { readCookie } from './cookie.ts'
import { isAlive, SESSION_ABSOLUTE, SESSION_IDLE, SESSION_TOUCH } from './rules.ts'
import { hashSecret } from './secrets.ts'
import {
  deleteSession,
  deleteSessionsBefore,
  deleteSessionsOf,
  findSession,
  insertSession,
  sessionsOf,
  touchSession,
} from './session-store.ts'

/**
 * Sessions: the only file that knows Lucia, whose development has ended, behind four functions that could be written
 * without it: `start`, `read`, `end` and `endAll`. What Lucia 3 does not give is ours:
 *
 * 1. The database holds the SHA-256 of a token, never the token.
 * 2. A session ends 14 days after its last use and 90 days after its start, by our clock.
 * 3. A token is always made here; one that a browser brings along is never adopted.
 * 4. Whoever holds a socket is told when a session ends.
 */
declare module 'lucia' {
  interface Register {
    Lucia: Lucia
    UserId: MemberId
  }
}

/** Which sessions ended: one, or all of a member's. */
interface Ended {
  memberId: MemberId
  sessionId: string | null
}

export interface Sessions {
  /** Makes a session and answers the `Set-Cookie` header that hands it to the browser. */
  start: (memberId: MemberId) => Promise<string>
  /** Who presents this `Cookie` header. `use: false` looks without counting it as a use. */
  read: (cookieHeader: string | undefined, options?: { use: boolean }) => Promise<Principal | null>
  /** Ends one session. */
  end: (principal: Principal) => Promise<void>
  /** Ends every session of a member. */
  endAll: (memberId: MemberId) => Promise<void>
  /** The `Set-Cookie` header that takes the session from the browser. */
  blankCookie: string
  cookieName: string
  onEnded: (listen: (ended: Ended) => void) => () => void
}

export const createSessions = (context: Context, publicUrl: string): Sessions => {
  const secure = publicUrl.startsWith('https:')
  const cookieName = secure ? '__Host-rondo' : 'rondo'
  const lucia = new Lucia(adapterOf(context), {
    sessionExpiresIn: new TimeSpan(SESSION_ABSOLUTE, 'ms'),
    sessionCookie: { name: cookieName, attributes: { secure, sameSite: 'lax', path: '/' } },
  })
  const listeners = new Set<(ended: Ended) => void>()
  const tell = (ended: Ended) => {
    for (const listen of listeners) listen(ended)
  }
  return {
    cookieName,
    blankCookie: lucia.createBlankSessionCookie().serialize(),
    start: async (memberId) => {
      await lucia.deleteExpiredSessions()
      const { id: token } = await lucia.createSession(memberId, {})
      return lucia.createSessionCookie(token).serialize()
    },
    read: async (cookieHeader, { use } = { use: true }) => {
      const cookie = readCookie(cookieHeader, cookieName)
      if (cookie.kind !== 'one') return null
      const { session } = await lucia.validateSession(cookie.value)
      if (session === null) return null
      const found = await findSession(context.db.read, hashSecret(cookie.value))
      if (found === undefined) return null
      if (use) await noteUse(context, found)
      return { memberId: found.memberId, role: found.role, sessionId: found.id }
    },
    end: async ({ memberId, sessionId }) => {
      await transact(context.db, (tx) => deleteSession(tx, sessionId))
      tell({ memberId, sessionId })
    },
    endAll: async (memberId) => {
      await lucia.invalidateUserSessions(memberId)
      tell({ memberId, sessionId: null })
    },
    onEnded: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
  }
}

const noteUse = async (
  { db, clock }: Context,
  session: { id: string; lastUsedAt: number },
): Promise<void> => {
  const now = clock.now()
  if (now - session.lastUsedAt < SESSION_TOUCH) return
  await transact(db, (tx) => touchSession(tx, session.id, now))
}

/** Lucia's view of our table. It reckons by the wall clock, so ends are told relative to that. */
const adapterOf = ({ db, clock }: Context): Adapter => {
  const toLucia = (
    token: string,
    row: { memberId: MemberId; createdAt: number; lastUsedAt: number },
  ): DatabaseSession => {
    const end = Math.min(row.createdAt + SESSION_ABSOLUTE, row.lastUsedAt + SESSION_IDLE)
    const expiresAt = new Date(Date.now() + end - clock.now())
    return { id: token, userId: row.memberId, expiresAt, attributes: {} }
  }
  return {
    getSessionAndUser: async (token) => {
      const row = await findSession(db.read, hashSecret(token))
      if (row === undefined || !isAlive(row, clock.now())) return [null, null]
      const user: DatabaseUser = { id: row.memberId, attributes: {} }
      return [toLucia(token, row), user]
    },
    getUserSessions: async (memberId) =>
      (await sessionsOf(db.read, memberId)).map((row) => toLucia(row.id, row)),
    setSession: async ({ id, userId }) => {
      await transact(db, (tx) => insertSession(tx, hashSecret(id), userId, clock.now()))
    },
    /** Lucia would slide the end when half of it is over; ours follows from the last use. */
    updateSessionExpiration: async () => undefined,
    deleteSession: async (token) => {
      await transact(db, (tx) => deleteSession(tx, hashSecret(token)))
    },
    deleteUserSessions: async (memberId) => {
      await transact(db, (tx) => deleteSessionsOf(tx, memberId))
    },
    deleteExpiredSessions: async () => {
      const now = clock.now()
      const limits = { createdAt: now - SESSION_ABSOLUTE, lastUsedAt: now - SESSION_IDLE }
      await transact(db, (tx) => deleteSessionsBefore(tx, limits))
    },
  }
}
