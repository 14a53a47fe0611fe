import type { Account, Member } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Database } from '../platform/db/schema.ts'

type PersonRow = Selectable<Database['member']>
export type MemberRow = PersonRow & { role: Member['role'] }

/** Guests have rows among the members, so that whoever becomes one stays who they are; they are none yet. */
const members = (reader: Reader) =>
  reader.selectFrom('member').selectAll().where('role', '!=', 'guest').$narrowType<{ role: Member['role'] }>()

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
  members(reader).where('id', '=', id).executeTakeFirst()

export const findMemberByEmail = (reader: Reader, email: string) =>
  members(reader).where('email', '=', email).executeTakeFirst()

export const allMembers = (reader: Reader) => members(reader).orderBy('joinedAt').orderBy('id').execute()

export const countMembers = async (reader: Reader): Promise<number> => {
  const { count } = await reader
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '!=', 'guest')
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

/** Makes a member of a guest, under the same id. Answers false when the e-mail address belongs to somebody already. */
export const promoteGuest = async (tx: Tx, { id, ...row }: MemberRow): Promise<boolean> => {
  const holder = await tx.selectFrom('member').select('id').where('email', '=', row.email).executeTakeFirst()
  if (holder !== undefined) return false
  const done = await tx
    .updateTable('member')
    .set(row)
    .where('id', '=', id)
    .where('role', '=', 'guest')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Makes somebody known by name, with an e-mail address at which nobody can ever be written to (RFC 2606). */
export const insertGuestPerson = (
  tx: Tx,
  { id, ...person }: Pick<PersonRow, 'id' | 'name' | 'colour' | 'timeZone' | 'locale' | 'joinedAt'>,
) =>
  tx
    .insertInto('member')
    .values({
      ...person,
      id,
      role: 'guest',
      email: `${id}@guest.invalid`,
      colourScheme: 'auto',
      passwordHash: '',
    })
    .execute()

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
