import type { MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { CaptureTables } from '../platform/db/tables/capture.ts'
import type { MeetingRow } from './store.ts'

/** A meeting that is over, with the document of its page. */
export interface WrappedMeeting extends Pick<MeetingRow, 'number' | 'documentId'> {
  meetingId: MeetingId
  wrappedAt: Instant
}

/** The meetings of the same circle that were wrapped and came before this one, latest first. */
export const wrappedBefore = (
  reader: Reader,
  { circleId, startsAt, number }: MeetingRow,
): Promise<WrappedMeeting[]> =>
  reader
    .selectFrom('meeting')
    .innerJoin('meetingEvent', 'meetingEvent.meetingId', 'meeting.id')
    .select([
      'meeting.id as meetingId',
      'meeting.number',
      'meeting.documentId',
      'meetingEvent.at as wrappedAt',
    ])
    .where('meeting.circleId', '=', circleId)
    .where('meeting.phase', '=', 'wrapped')
    .where('meetingEvent.type', '=', 'wrapped')
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('meeting.startsAt', 'meeting.number'), '<', tuple(startsAt, number)),
    )
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('meeting.number', 'desc')
    .execute()

type Settled = CaptureTables['undiscussedSegment']

/** What was said about segments of a meeting that nobody came to. */
export const settledSegments = (reader: Reader, meetingId: MeetingId): Promise<Settled[]> =>
  reader.selectFrom('undiscussedSegment').selectAll().where('meetingId', '=', meetingId).execute()

export const findSettled = (
  reader: Reader,
  meetingId: MeetingId,
  segmentId: SegmentId,
): Promise<Settled | undefined> =>
  reader
    .selectFrom('undiscussedSegment')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('segmentId', '=', segmentId)
    .executeTakeFirst()

export const upsertSettled = async (tx: Tx, row: Settled): Promise<void> => {
  const { how, saidIn, by, at } = row
  await tx
    .insertInto('undiscussedSegment')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['meetingId', 'segmentId']).doUpdateSet({ how, saidIn, by, at }),
    )
    .execute()
}
