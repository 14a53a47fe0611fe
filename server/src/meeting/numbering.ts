import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { renumberPageOf } from '../page/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { ZonedMeeting } from './store.ts'

/** Between two numbers that change places, as no two meetings of a circle may have the same. */
const NOBODYS = 0

/** The number that a meeting is to have until it begins: the next after all that there are. */
export const nextNumber = (tx: Tx, circleId: CircleId): Promise<number> =>
  numberAfter(meetingsIn(tx, circleId))

/**
 * Numbers a meeting that begins by how many its circle held before: a series is planned for months, and what is held first
 * is the first. It changes numbers with a meeting that was not held; held ones keep theirs.
 */
export const numberByStart = async (
  tx: Tx,
  { id, circleId, number }: Pick<ZonedMeeting, 'id' | 'circleId' | 'number'>,
): Promise<void> => {
  const held = meetingsIn(tx, circleId).where('phase', 'in', ['live', 'wrapped'])
  const due = await numberAfter(held.where('id', '!=', id))
  if (due >= number) return
  const other = await meetingsIn(tx, circleId).where('number', '=', due).select('id').executeTakeFirst()
  await renumber(tx, id, NOBODYS)
  if (other !== undefined) await renumber(tx, other.id, number)
  await renumber(tx, id, due)
}

const meetingsIn = (tx: Tx, circleId: CircleId) => tx.selectFrom('meeting').where('circleId', '=', circleId)

const numberAfter = async (meetings: ReturnType<typeof meetingsIn>): Promise<number> => {
  const greatest = await meetings.select(({ fn }) => fn.max('number').as('number')).executeTakeFirst()
  return (greatest?.number ?? 0) + 1
}

const renumber = async (tx: Tx, id: MeetingId, number: number): Promise<void> => {
  await tx.updateTable('meeting').set({ number }).where('id', '=', id).execute()
  await renumberPageOf(tx, id, number)
}
