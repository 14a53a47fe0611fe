import { facts } from '@rondo/shared/journal/facts.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader } from '../platform/db/database.ts'
import type { NewFact, Recorded } from './journal.ts'

/** A fact as a row, without its number. @throws when its payload carries more than the fact allows. */
export const rowOf = ({ name, payload, audience, by }: NewFact, at: Instant) => ({
  at,
  name,
  payload: JSON.stringify(facts[name].parse(payload)),
  audience: JSON.stringify(audience),
  by,
})

/** The facts in a table of rows, whatever database that is in. */
export const reading = {
  readAfter: async (reader: Reader, seq: number, limit: number): Promise<Recorded[]> => {
    const rows = await reader
      .selectFrom('journal')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(limit)
      .execute()
    return rows.map(
      (row) =>
        ({
          ...row,
          payload: JSON.parse(row.payload),
          audience: JSON.parse(row.audience),
        }) as unknown as Recorded,
    )
  },
  head: async (reader: Reader): Promise<number> => {
    const last = await reader
      .selectFrom('journal')
      .select('seq')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    return last?.seq ?? 0
  },
}
