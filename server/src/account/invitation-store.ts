import type { Member } from '@rondo/shared/account/model.ts'
import type { InvitationId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Database } from '../platform/db/schema.ts'

export const insertInvitation = (tx: Tx, row: Insertable<Database['invitation']>) =>
  tx.insertInto('invitation').values(row).execute()

export const findInvitation = (reader: Reader, tokenHash: string) =>
  reader
    .selectFrom('invitation')
    .innerJoin('member', 'member.id', 'invitation.invitedBy')
    .selectAll('invitation')
    .select(['member.name as inviterName', 'member.role as inviterRole'])
    .where('tokenHash', '=', tokenHash)
    .$narrowType<{ inviterRole: Member['role'] }>()
    .executeTakeFirst()

export const openInvitationsOf = (reader: Reader, memberId: MemberId, now: Instant) =>
  reader
    .selectFrom('invitation')
    .select(['id', 'circleId', 'createdAt', 'expiresAt'])
    .where('invitedBy', '=', memberId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute()

export const countInvitationsSince = async (reader: Reader, memberId: MemberId, since: Instant) => {
  const { count } = await reader
    .selectFrom('invitation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('invitedBy', '=', memberId)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Answers false when somebody else was faster. */
export const spendInvitation = async (tx: Tx, id: InvitationId, usedBy: MemberId, usedAt: Instant) => {
  const done = await tx
    .updateTable('invitation')
    .set({ usedAt, usedBy })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Answers false when the member has no such open invitation. */
export const revoke = async (tx: Tx, id: InvitationId, invitedBy: MemberId, revokedAt: Instant) => {
  const done = await tx
    .updateTable('invitation')
    .set({ revokedAt })
    .where('id', '=', id)
    .where('invitedBy', '=', invitedBy)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
