import type { PastMeeting } from '@rondo/shared/circle/drift.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Reader } from '../platform/db/database.ts'
import type { MeetingRow } from './store.ts'

/** The meetings of a circle that were held, or whose time went by without anybody starting them; cancelled ones are neither. */
export const pastMeetings = async (
  reader: Reader,
  circleId: CircleId,
  now: Instant,
): Promise<PastMeeting[]> => {
  const rows = await reader
    .selectFrom('meeting')
    .select(['startsAt', 'plannedMinutes', 'phase'])
    .where('circleId', '=', circleId)
    .where('phase', '!=', 'cancelled')
    .orderBy('startsAt')
    .orderBy('number')
    .execute()
  return rows
    .map(({ startsAt, plannedMinutes, phase }) => ({
      startsAt,
      wasHeld: phase !== 'scheduled',
      isOver: phase !== 'scheduled' || startsAt + plannedMinutes * MINUTE <= now,
    }))
    .filter(({ isOver }) => isOver)
    .map(({ startsAt, wasHeld }) => ({ startsAt, wasHeld }))
}

/** Whether a circle meets right now. */
export const isMeeting = async (reader: Reader, circleId: CircleId): Promise<boolean> => {
  const row = await reader
    .selectFrom('meeting')
    .select('id')
    .where('circleId', '=', circleId)
    .where('phase', '=', 'live')
    .executeTakeFirst()
  return row !== undefined
}

/** The circle's next meeting that is still to come. */
export const nextMeeting = (
  reader: Reader,
  circleId: CircleId,
  now: Instant,
): Promise<MeetingRow | undefined> =>
  reader
    .selectFrom('meeting')
    .selectAll()
    .where('circleId', '=', circleId)
    .where('phase', '=', 'scheduled')
    .where('startsAt', '>', now)
    .orderBy('startsAt')
    .orderBy('number')
    .executeTakeFirst()

/** Who leads the next meeting that is still to come; null where none is planned or nobody leads it yet. */
export const nextFacilitator = async (
  reader: Reader,
  circleId: CircleId,
  now: Instant,
): Promise<MemberId | null> => {
  const row = await reader
    .selectFrom('meeting')
    .select('facilitatorId')
    .where('circleId', '=', circleId)
    .where('phase', '=', 'scheduled')
    .where('startsAt', '>', now)
    .where('facilitatorId', 'is not', null)
    .orderBy('startsAt')
    .executeTakeFirst()
  return row?.facilitatorId ?? null
}
