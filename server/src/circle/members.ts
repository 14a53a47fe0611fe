import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { memberOf } from '../account/index.ts'
import type { Reader } from '../platform/db/database.ts'

export const isMember = async (reader: Reader, memberId: MemberId): Promise<boolean> =>
  (await memberOf(reader, memberId)) !== undefined

/** The name of somebody who was faster, for a sentence that tells the other. */
export const nameOf = async (reader: Reader, memberId: MemberId | undefined): Promise<string> =>
  (memberId && (await namesOf(reader, [memberId])).get(memberId)) ?? 'Somebody'

/** Names by id, also of guests; an unknown id has none. */
export const namesOf = async (
  reader: Reader,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, string>> => {
  if (memberIds.length === 0) return new Map()
  const rows = await reader.selectFrom('member').select(['id', 'name']).where('id', 'in', memberIds).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** All of them but the guests, who are in a room and in no count. */
export const withoutGuests = async (reader: Reader, ids: readonly MemberId[]): Promise<MemberId[]> => {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('member')
    .select('id')
    .where('id', 'in', ids)
    .where('role', '=', 'guest')
    .execute()
  const guests = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !guests.has(id))
}

/** The language in which the server writes for somebody. */
export const localeOf = async (reader: Reader, memberId: MemberId): Promise<'en' | 'de'> => {
  const row = await reader.selectFrom('member').select('locale').where('id', '=', memberId).executeTakeFirst()
  return row?.locale === 'de' ? 'de' : 'en'
}
