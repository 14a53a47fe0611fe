import type { Account } from '@rondo/shared/account/model.ts'
import type { CircleId, InvitationId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import { type Reader, transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import type { AccountContext } from './account-context.ts'
import {
  countInvitationsSince,
  findInvitation,
  insertInvitation,
  openInvitationsOf,
  revoke,
  spendInvitation,
} from './invitation-store.ts'
import { joinWorkspace, type Newcomer } from './membership.ts'
import { INVITATION_LIFE } from './rules.ts'
import { hashSecret, newSecret } from './secrets.ts'
import { findWorkspace } from './store.ts'

const PER_HOUR = 20

/** Makes a link that one person can use once within seven days. Its secret is in this answer and nowhere else. */
export const invite = (
  context: AccountContext,
  actor: Principal,
  circleId: CircleId | null,
): Promise<Result<{ id: InvitationId; link: string; expiresAt: Instant }>> =>
  transact(context.db, async (tx) => {
    const now = context.clock.now()
    if (circleId !== null && !(await context.circles.mayInvite(tx, actor, circleId)))
      return refuse('not-found', 'There is no such circle to invite to.')
    if ((await countInvitationsSince(tx, actor.memberId, now - HOUR)) >= PER_HOUR)
      return refuse('too-many', `At most ${PER_HOUR} invitations an hour.`, { retryAfter: HOUR / 1000 })
    const secret = newSecret()
    const row = { id: context.ids.next<'invitation'>(), createdAt: now, expiresAt: now + INVITATION_LIFE }
    const unused = { revokedAt: null, usedAt: null, usedBy: null }
    await insertInvitation(tx, {
      ...row,
      ...unused,
      circleId,
      invitedBy: actor.memberId,
      tokenHash: hashSecret(secret),
    })
    const link = `${context.publicUrl}/invitations/${secret}`
    return accept({ id: row.id, link, expiresAt: row.expiresAt })
  })

export const listInvitations = async ({ db, clock }: AccountContext, { memberId }: Principal) =>
  accept({ invitations: await openInvitationsOf(db.read, memberId, clock.now()) })

export const revokeInvitation = (
  { db, clock }: AccountContext,
  { memberId }: Principal,
  id: InvitationId,
): Promise<Result<null>> =>
  transact(db, async (tx) =>
    (await revoke(tx, id, memberId, clock.now()))
      ? accept(null)
      : refuse('not-found', 'There is no such open invitation of yours.'),
  )

export const readInvitation = async (context: AccountContext, token: string) => {
  const found = await usable(context, context.db.read, token)
  if (!found.ok) return found
  const { inviterName, circleId, expiresAt } = found.value
  const workspace = await findWorkspace(context.db.read)
  const circleName = circleId === null ? null : await context.circles.nameOf(context.db.read, circleId)
  return accept({ workspaceName: workspace?.name ?? '', invitedBy: inviterName, circleName, expiresAt })
}

/** Makes an account by an invitation. Of many at once exactly one succeeds. */
export const acceptInvitation = async (
  context: AccountContext,
  {
    token,
    password,
    keepGuest = false,
    ...person
  }: Omit<Newcomer, 'passwordHash'> & { token: string; password: string; keepGuest?: boolean },
  cookieHeader?: string,
): Promise<Result<{ account: Account; circleId: CircleId | null }>> => {
  const early = await usable(context, context.db.read, token)
  if (!early.ok) return early
  const passwordHash = await context.passwords.hash(password)
  return transact(context.db, async (tx) => {
    const found = await usable(context, tx, token)
    if (!found.ok) return found
    const kept = keepGuest ? await context.guests.claim(tx, cookieHeader) : null
    if (keepGuest && kept === null) return NOTHING_KEPT
    const joined = await joinWorkspace(context, tx, { ...person, passwordHash }, { as: kept })
    if (!joined.ok) return joined
    const { id, circleId } = found.value
    if (!(await spendInvitation(tx, id, joined.value.id, context.clock.now()))) return GONE
    if (circleId !== null) await context.circles.takeSeat(tx, circleId, joined.value.id)
    return accept({ account: joined.value, circleId })
  })
}

/** Takes up an invitation to a circle with an account one has; one without a circle is left for somebody else. */
export const joinByInvitation = (
  context: AccountContext,
  { memberId }: Principal,
  token: string,
): Promise<Result<{ circleId: CircleId | null }>> =>
  transact(context.db, async (tx) => {
    const found = await usable(context, tx, token)
    if (!found.ok) return found
    const { id, circleId } = found.value
    if (circleId === null) return accept({ circleId })
    if (!(await spendInvitation(tx, id, memberId, context.clock.now()))) return GONE
    await context.circles.takeSeat(tx, circleId, memberId)
    return accept({ circleId })
  })

const NOTHING_KEPT = refuse(
  'conflict',
  'What was written as a guest belongs to an account already, or is too long ago.',
  {
    reason: 'account.guest-kept',
  },
)

const GONE = refuse('gone', 'This invitation cannot be used any more. Ask for a new one.', {
  reason: 'account.invitation-gone',
})

/** The invitation of this secret, if it is unused, not revoked, not expired, and its maker may still invite there. */
const usable = async ({ clock, circles }: AccountContext, reader: Reader, token: string) => {
  const found = await findInvitation(reader, hashSecret(token))
  if (found === undefined || found.usedAt !== null || found.revokedAt !== null) return GONE
  if (clock.now() >= found.expiresAt) return GONE
  const inviter = { memberId: found.invitedBy, role: found.inviterRole }
  const stands = found.circleId === null || (await circles.mayInvite(reader, inviter, found.circleId))
  return stands ? accept(found) : GONE
}
