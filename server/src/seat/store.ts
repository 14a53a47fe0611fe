import type { MeetingId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Tally } from '@rondo/shared/seat/worth.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { SeatTables } from '../platform/db/tables/seat.ts'

export type AnswerRow = SeatTables['seatAnswer']
type ClosingRow = SeatTables['seatClosing']

/** The answers to a meeting's prompts, in the order in which they were given. */
export const answersOf = (reader: Reader, meetingId: MeetingId): Promise<AnswerRow[]> =>
  reader
    .selectFrom('seatAnswer')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()

/** Whose answer to what. */
interface AnswerKey {
  meetingId: MeetingId
  segmentId: SegmentId
  memberId: MemberId
}

export const findAnswer = (
  reader: Reader,
  { meetingId, segmentId, memberId }: AnswerKey,
): Promise<AnswerRow | undefined> =>
  reader
    .selectFrom('seatAnswer')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('segmentId', '=', segmentId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()

export const insertAnswer = async (tx: Tx, row: AnswerRow): Promise<void> => {
  await tx.insertInto('seatAnswer').values(row).execute()
}

export const updateAnswer = async (
  tx: Tx,
  { id }: Pick<AnswerRow, 'id'>,
  change: Pick<AnswerRow, 'text' | 'changedAt' | 'title'>,
): Promise<void> => {
  await tx.updateTable('seatAnswer').set(change).where('id', '=', id).execute()
}

export const deleteAnswer = async (tx: Tx, { id }: Pick<AnswerRow, 'id'>): Promise<void> => {
  await tx.deleteFrom('seatAnswer').where('id', '=', id).execute()
}

export const findClosing = (reader: Reader, meetingId: MeetingId): Promise<ClosingRow | undefined> =>
  reader.selectFrom('seatClosing').selectAll().where('meetingId', '=', meetingId).executeTakeFirst()

/** Takes over the closing of a window, or keeps it for longer. */
export const holdClosing = async (
  tx: Tx,
  meetingId: MeetingId,
  hold: Pick<ClosingRow, 'holder' | 'until'>,
): Promise<void> => {
  await tx
    .insertInto('seatClosing')
    .values({ meetingId, ...hold, finalAt: null, digest: null })
    .onConflict((known) => known.column('meetingId').doUpdateSet(hold))
    .execute()
}

/** The window is open again. */
export const deleteClosing = async (tx: Tx, meetingId: MeetingId): Promise<void> => {
  await tx.deleteFrom('seatClosing').where('meetingId', '=', meetingId).execute()
}

export const finishClosing = async (
  tx: Tx,
  meetingId: MeetingId,
  end: { finalAt: Instant; digest: string | null },
): Promise<void> => {
  await tx.updateTable('seatClosing').set(end).where('meetingId', '=', meetingId).execute()
}

/** Whether the member had not said it yet; then it is noted that they did. */
export const insertWorthGiven = async (
  tx: Tx,
  meetingId: MeetingId,
  memberId: MemberId,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('worthGiven')
    .values({ meetingId, memberId })
    .onConflict((known) => known.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const wasWorthGiven = async (
  reader: Reader,
  meetingId: MeetingId,
  memberId: MemberId,
): Promise<boolean> =>
  (await reader
    .selectFrom('worthGiven')
    .select('memberId')
    .where('meetingId', '=', meetingId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()) !== undefined

export const countMark = async (tx: Tx, meetingId: MeetingId, mark: number): Promise<void> => {
  await tx
    .insertInto('worthTally')
    .values({ meetingId, mark, count: 1 })
    .onConflict((known) =>
      known
        .columns(['meetingId', 'mark'])
        .doUpdateSet(({ eb }) => ({ count: eb('worthTally.count', '+', 1) })),
    )
    .execute()
}

export const tallyOf = (reader: Reader, meetingId: MeetingId): Promise<Tally> =>
  reader
    .selectFrom('worthTally')
    .select(['mark', 'count'])
    .where('meetingId', '=', meetingId)
    .orderBy('mark')
    .execute()
