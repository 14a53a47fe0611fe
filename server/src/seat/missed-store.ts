import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'

/** A meeting of a circle in which somebody sits, and since when they do. */
export interface NearMeeting {
  id: MeetingId
  circleName: string
  seatedAt: Instant
}

/** The meetings in a stretch of time of the circles in which somebody sits, soonest first. */
export const meetingsAround = (
  reader: Reader,
  memberId: MemberId,
  { from, until }: { from: Instant; until: Instant },
): Promise<NearMeeting[]> =>
  reader
    .selectFrom('meeting')
    .innerJoin('circle', 'circle.id', 'meeting.circleId')
    .innerJoin('seat', 'seat.circleId', 'meeting.circleId')
    .select(['meeting.id', 'circle.name as circleName', 'seat.joinedAt as seatedAt'])
    .where('seat.memberId', '=', memberId)
    .where('circle.status', '!=', 'archived')
    .where('meeting.phase', '!=', 'cancelled')
    .where('meeting.startsAt', '>=', from)
    .where('meeting.startsAt', '<=', until)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()

/** The meetings whose catch-ups somebody has put away. */
export const putAwayBy = async (reader: Reader, memberId: MemberId): Promise<Set<MeetingId>> => {
  const rows = await reader
    .selectFrom('caughtUp')
    .select('meetingId')
    .where('memberId', '=', memberId)
    .execute()
  return new Set(rows.map(({ meetingId }) => meetingId))
}

/** Answers whether it was still there to be put away. */
export const insertCaughtUp = async (
  tx: Tx,
  row: { meetingId: MeetingId; memberId: MemberId; at: Instant },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('caughtUp')
    .values(row)
    .onConflict((known) => known.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
