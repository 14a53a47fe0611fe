import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { renumberPageOf } from '../page/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { ZonedMeeting } from './store.ts'

/** Between two numbers that change places, as no two meetings of a circle may have the same. */
const NOBODYS = 0

/** The number that a meeting is to have until it begins: the next after all that there are. */
export const nextNumber = async (tx: Tx, circleId: CircleId): Promise<number> => {
  const last = await tx
    .selectFrom('meeting')
    .select('number')
    .where('circleId', '=', circleId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

/**
 * Numbers a meeting that begins by how many its circle held before: a series is planned for months, and what is held first
 * is the first. It changes numbers with a meeting that was not held; held ones keep theirs.
 */
export const numberByStart = async (
  tx: Tx,
  { id, circleId, number }: Pick<ZonedMeeting, 'id' | 'circleId' | 'number'>,
): Promise<void> => {
  const held = await tx
    .selectFrom('meeting')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('circleId', '=', circleId)
    .where('id', '!=', id)
    .where('phase', 'in', ['live', 'wrapped'])
    .executeTakeFirst()
  const due = (held?.last ?? 0) + 1
  if (due >= number) return
  const other = await tx
    .selectFrom('meeting')
    .select('id')
    .where('circleId', '=', circleId)
    .where('number', '=', due)
    .executeTakeFirst()
  await renumber(tx, id, NOBODYS)
  if (other !== undefined) await renumber(tx, other.id, number)
  await renumber(tx, id, due)
}

const renumber = async (tx: Tx, id: MeetingId, number: number): Promise<void> => {
  await tx.updateTable('meeting').set({ number }).where('id', '=', id).execute()
  await renumberPageOf(tx, id, number)
}
