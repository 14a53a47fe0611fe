import type { Member } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'

/** A session with what the rules need to know of its member. */
export const findSession = (reader: Reader, id: string) =>
  reader
    .selectFrom('session')
    .innerJoin('member', 'member.id', 'session.memberId')
    .select(['session.id', 'session.memberId', 'session.createdAt', 'session.lastUsedAt', 'member.role'])
    .where('session.id', '=', id)
    .where('member.role', '!=', 'guest')
    .$narrowType<{ role: Member['role'] }>()
    .executeTakeFirst()

export const sessionsOf = (reader: Reader, memberId: MemberId) =>
  reader.selectFrom('session').selectAll().where('memberId', '=', memberId).execute()

export const insertSession = (tx: Tx, id: string, memberId: MemberId, now: Instant) =>
  tx.insertInto('session').values({ id, memberId, createdAt: now, lastUsedAt: now }).execute()

export const touchSession = (tx: Tx, id: string, now: Instant) =>
  tx.updateTable('session').set({ lastUsedAt: now }).where('id', '=', id).execute()

export const deleteSession = (tx: Tx, id: string) => tx.deleteFrom('session').where('id', '=', id).execute()

export const deleteSessionsOf = (tx: Tx, memberId: MemberId) =>
  tx.deleteFrom('session').where('memberId', '=', memberId).execute()

export const deleteSessionsBefore = (tx: Tx, limits: { createdAt: Instant; lastUsedAt: Instant }) =>
  tx
    .deleteFrom('session')
    .where((eb) =>
      eb.or([eb('createdAt', '<=', limits.createdAt), eb('lastUsedAt', '<=', limits.lastUsedAt)]),
    )
    .execute()
