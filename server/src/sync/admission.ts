/**
 * From a fresh socket to a session inside a room, or out of the door again.
 *
 * 1. Access is asked before the room is loaded and before any document byte.
 * 2. Who lost access while waiting does not get in: what `recheck` marks meanwhile is asked again.
 * 3. Forbidden and absent look the same; a document is never made by asking for it.
 */
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { Access, OpenSocket } from './access.ts'
import type { SyncLogger } from './options.ts'
import type { Socket } from './outbox.ts'
import type { OpenRoom, Rooms } from './rooms.ts'
import { type Grant, Session, type SessionContext } from './session.ts'

/** What admission needs beside the sessions' own context. */
export type AdmissionContext = Omit<SessionContext, 'onGone'> & {
  readonly access: Access
  readonly rooms: Rooms
  readonly logger: SyncLogger
}

type Visitor = { readonly session: Session; readonly cookieHeader: string | undefined; stale: boolean }
type Verdict = { readonly grant: Grant } | { readonly code: number; readonly reason: string }

/** Knows every session and whether it may stay. */
export class Admission {
  readonly #context: AdmissionContext
  readonly #visitors = new Map<Session, Visitor>()

  constructor(context: AdmissionContext) {
    this.#context = context
  }

  get sessions(): Iterable<Session> {
    return this.#visitors.keys()
  }

  get size(): number {
    return this.#visitors.size
  }

  /** Takes a fresh socket in. The session hears it from now on; what comes of it shows later. */
  receive(socket: Socket, documentId: string, cookieHeader: string | undefined): Session {
    const onGone = (session: Session): void => void this.#visitors.delete(session)
    const session = new Session(documentId, socket, { ...this.#context, onGone })
    const visitor: Visitor = { session, cookieHeader, stale: false }
    this.#visitors.set(session, visitor)
    void this.#admit(visitor)
    return session
  }

  /** Asks again for every chosen session. */
  async recheck(choose: (socket: OpenSocket) => boolean): Promise<void> {
    const asked = [...this.#visitors.values()].map((visitor) => this.#recheck(visitor, choose))
    await Promise.all(asked)
  }

  async #admit(visitor: Visitor): Promise<void> {
    const { session } = visitor
    const { clock, limits, logger } = this.#context
    const tooLate = clock.after(limits.admissionMs, () => session.close(closeCode.internal, 'took too long'))
    try {
      await this.#letIn(visitor)
    } catch (error) {
      logger.error({ documentId: session.documentId, err: error }, 'A socket could not be admitted.')
      session.close(closeCode.unavailable, 'unavailable')
    } finally {
      tooLate()
    }
  }

  async #letIn(visitor: Visitor): Promise<void> {
    const { session } = visitor
    let open: OpenRoom | null = null
    do {
      visitor.stale = false
      const verdict = await this.#ask(visitor)
      if (session.isGone || 'code' in verdict) {
        open?.leave()
        if ('code' in verdict) session.close(verdict.code, verdict.reason)
        return
      }
      open ??= await this.#context.rooms.enter(session.documentId)
      if (open === null) return session.close(closeCode.notFound, 'not found')
      if (visitor.stale) continue
      if (this.#isCrowded(verdict.grant)) {
        open.leave()
        return session.close(closeCode.tooMany, 'too many sockets')
      }
      return session.enter(open, verdict.grant)
    } while (visitor.stale)
  }

  async #recheck(visitor: Visitor, choose: (socket: OpenSocket) => boolean): Promise<void> {
    const { session } = visitor
    const { grant } = session
    if (grant === null) {
      visitor.stale = true
      return
    }
    const { account, sessionId } = grant
    if (!choose({ documentId: session.documentId, accountId: account.id, sessionId })) return
    const verdict = await this.#askAgain(visitor)
    if ('grant' in verdict) session.regrant(verdict.grant)
    else if (verdict.code === closeCode.notFound) session.close(closeCode.revoked, 'no access')
    else session.close(verdict.code, verdict.reason)
  }

  /** When access cannot be asked, nobody keeps it: the client comes back and is asked at the door. */
  async #askAgain(visitor: Visitor): Promise<Verdict> {
    try {
      return await this.#ask(visitor)
    } catch (error) {
      const { documentId } = visitor.session
      this.#context.logger.error({ documentId, err: error }, 'Access could not be asked again.')
      return { code: closeCode.internal, reason: 'internal' }
    }
  }

  async #ask({ session, cookieHeader }: Visitor): Promise<Verdict> {
    const { documentId } = session
    const answer = await this.#context.access.authorize({ cookieHeader, documentId })
    switch (answer.kind) {
      case 'no-session':
        return { code: closeCode.signedOut, reason: 'no session' }
      case 'absent':
        return { code: closeCode.notFound, reason: 'not found' }
      case 'granted':
        return { grant: answer }
    }
  }

  #isCrowded({ account }: Grant): boolean {
    let sockets = 0
    for (const session of this.#visitors.keys()) if (session.grant?.account.id === account.id) sockets += 1
    return sockets >= this.#context.limits.socketsPerAccount
  }
}
