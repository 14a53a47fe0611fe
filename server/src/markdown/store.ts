import type { CaptureId, CircleId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Reader } from '../platform/db/database.ts'

export const circleNameOf = async (reader: Reader, id: CircleId): Promise<string | undefined> =>
  (await reader.selectFrom('circle').select('name').where('id', '=', id).executeTakeFirst())?.name

/** Values that one question may carry. */
const AT_ONCE = 5_000

/** Which of these ids name captures of other pages. */
export const takenIds = async (
  reader: Reader,
  ids: readonly string[],
  except?: PageId,
): Promise<Set<string>> => {
  const taken = new Set<string>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    let query = reader
      .selectFrom('capture')
      .select('id')
      .where('id', 'in', ids.slice(from, from + AT_ONCE) as CaptureId[])
    if (except !== undefined) query = query.where('pageId', '!=', except)
    for (const { id } of await query.execute()) taken.add(id)
  }
  return taken
}
