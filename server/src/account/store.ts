import type { Account, Member } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Database } from '../platform/db/schema.ts'

export type MemberRow = Selectable<Database['member']>

export const findWorkspace = (reader: Reader) =>
  reader.selectFrom('workspace').select('name').executeTakeFirst()

/** Answers false when there is a workspace already: the key admits one row. */
export const insertWorkspace = async (tx: Tx, name: string, createdAt: Instant): Promise<boolean> => {
  const done = await tx
    .insertInto('workspace')
    .values({ id: 1, name, createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export const findMember = (reader: Reader, id: MemberId) =>
  reader.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst()

export const findMemberByEmail = (reader: Reader, email: string) =>
  reader.selectFrom('member').selectAll().where('email', '=', email).executeTakeFirst()

export const allMembers = (reader: Reader) =>
  reader.selectFrom('member').selectAll().orderBy('joinedAt').orderBy('id').execute()

export const countMembers = async (reader: Reader): Promise<number> => {
  const { count } = await reader
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Answers false when the e-mail address belongs to somebody already. */
export const insertMember = async (tx: Tx, row: Insertable<Database['member']>): Promise<boolean> => {
  const done = await tx
    .insertInto('member')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export const updateMember = (tx: Tx, id: MemberId, change: Updateable<Database['member']>) =>
  tx.updateTable('member').set(change).where('id', '=', id).execute()

export const toMember = ({ id, name, colour, timeZone, role, joinedAt }: MemberRow): Member => ({
  id,
  name,
  colour,
  timeZone,
  role,
  joinedAt,
})

export const toAccount = (row: MemberRow): Account => ({
  ...toMember(row),
  email: row.email,
  locale: row.locale,
  colourScheme: row.colourScheme,
})
