import type { CircleId, MeetingId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { Matched, MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { PastRound } from '@rondo/shared/meeting/match.ts'
import type { Meeting, MeetingSummary, RsvpAnswer } from '@rondo/shared/meeting/model.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { MeetingTables } from '../platform/db/tables/meeting.ts'

export type MeetingRow = MeetingTables['meeting']

/** Meetings with the zone of their circle; narrowed by the caller. */
const meetings = (reader: Reader) =>
  reader
    .selectFrom('meeting')
    .innerJoin('circle', 'circle.id', 'meeting.circleId')
    .selectAll('meeting')
    .select('circle.timeZone')

export type ZonedMeeting = MeetingRow & { timeZone: string }

export const findMeeting = (reader: Reader, id: MeetingId): Promise<ZonedMeeting | undefined> =>
  meetings(reader).where('meeting.id', '=', id).executeTakeFirst()

/** The zone in which a circle names its times. */
export const zoneOf = async (reader: Reader, circleId: CircleId): Promise<string> => {
  const row = await reader
    .selectFrom('circle')
    .select('timeZone')
    .where('id', '=', circleId)
    .executeTakeFirstOrThrow()
  return row.timeZone
}

export const meetingsOf = (reader: Reader, circleId: CircleId): Promise<ZonedMeeting[]> =>
  meetings(reader)
    .where('meeting.circleId', '=', circleId)
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('meeting.number', 'desc')
    .execute()

/** Scheduled and live meetings, soonest first, of one circle or of all in which a member sits. */
export const meetingsToCome = (
  reader: Reader,
  of: { circleId: CircleId } | { memberId: MemberId },
): Promise<ZonedMeeting[]> => {
  const query = meetings(reader)
    .where('meeting.phase', 'in', ['scheduled', 'live'])
    .where('circle.status', '!=', 'archived')
    .orderBy('meeting.startsAt')
    .orderBy('meeting.circleId')
    .orderBy('meeting.number')
  if ('circleId' in of) return query.where('meeting.circleId', '=', of.circleId).execute()
  const own = reader.selectFrom('seat').select('circleId').where('memberId', '=', of.memberId)
  return query.where('meeting.circleId', 'in', own).execute()
}

/** Meetings of some circles from an instant on, soonest first. */
export const meetingsOfSince = async (
  reader: Reader,
  circleIds: readonly CircleId[],
  since: Instant,
): Promise<ZonedMeeting[]> => {
  if (circleIds.length === 0) return []
  return meetings(reader)
    .where('meeting.circleId', 'in', circleIds)
    .where('meeting.startsAt', '>=', since)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute()
}

/** The meetings before and after this one, by their time. */
export const neighboursOf = async (
  reader: Reader,
  { circleId, startsAt, number }: MeetingRow,
): Promise<Pick<Meeting, 'previous' | 'next'>> => {
  const others = reader
    .selectFrom('meeting')
    .select(['id', 'number', 'title', 'startsAt'])
    .where('circleId', '=', circleId)
  const previous = await others
    .where(({ eb, refTuple, tuple }) => eb(refTuple('startsAt', 'number'), '<', tuple(startsAt, number)))
    .orderBy('startsAt', 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const next = await others
    .where(({ eb, refTuple, tuple }) => eb(refTuple('startsAt', 'number'), '>', tuple(startsAt, number)))
    .orderBy('startsAt')
    .orderBy('number')
    .executeTakeFirst()
  return { previous: previous ?? null, next: next ?? null }
}

export const insertMeeting = async (tx: Tx, row: MeetingRow): Promise<void> => {
  await tx.insertInto('meeting').values(row).execute()
}

export const retitleMeeting = async (tx: Tx, id: MeetingId, title: string): Promise<void> => {
  await tx.updateTable('meeting').set({ title }).where('id', '=', id).execute()
}

/** Keeps beside the log what lists need of its fold. */
export const keepFold = async (
  tx: Tx,
  id: MeetingId,
  state: Exclude<MeetingState, { phase: 'unscheduled' }>,
): Promise<void> => {
  await tx.updateTable('meeting').set(foldColumns(state)).where('id', '=', id).execute()
}

export const foldColumns = ({
  phase,
  startsAt,
  roles: { facilitator, presenter, 'note-taker': noteTaker, ...others },
}: Exclude<MeetingState, { phase: 'unscheduled' }>): Pick<
  MeetingRow,
  'phase' | 'startsAt' | 'facilitatorId' | 'presenterId' | 'noteTakerId' | 'otherRoles'
> => ({
  phase,
  startsAt,
  facilitatorId: facilitator,
  presenterId: presenter,
  noteTakerId: noteTaker,
  otherRoles: JSON.stringify(others),
})

export const rolesOf = ({
  facilitatorId,
  presenterId,
  noteTakerId,
  otherRoles,
}: MeetingRow): MeetingSummary['roles'] => ({
  facilitator: facilitatorId,
  presenter: presenterId,
  'note-taker': noteTakerId,
  ...JSON.parse(otherRoles),
})

/** A meeting's log in order. */
export const eventsOf = async (reader: Reader, id: MeetingId): Promise<MeetingEvent[]> => {
  const rows = await reader
    .selectFrom('meetingEvent')
    .selectAll()
    .where('meetingId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq, at, by, type, detail }) => ({ ...JSON.parse(detail), seq, at, by, type }))
}

/** Why those of the meetings that were cancelled were. */
export const cancelReasonsOf = async (
  reader: Reader,
  meetings: readonly Pick<MeetingRow, 'id' | 'phase'>[],
): Promise<Map<MeetingId, string>> => {
  const cancelled = meetings.filter(({ phase }) => phase === 'cancelled').map(({ id }) => id)
  if (cancelled.length === 0) return new Map()
  const rows = await reader
    .selectFrom('meetingEvent')
    .select(['meetingId', 'detail'])
    .where('meetingId', 'in', cancelled)
    .where('type', '=', 'cancelled')
    .execute()
  return new Map(rows.map(({ meetingId, detail }) => [meetingId, JSON.parse(detail).reason]))
}

/** The key (meeting, number) admits each number once, so a log has neither gaps nor doubles. */
export const insertEvents = async (tx: Tx, meetingId: MeetingId, events: readonly MeetingEvent[]) => {
  const rows = events.map(({ seq, at, by, type, ...detail }) => ({
    meetingId,
    seq,
    at,
    by,
    type,
    detail: JSON.stringify(detail),
  }))
  await tx.insertInto('meetingEvent').values(rows).execute()
}

/** More rounds than anybody looks back. */
const ROUNDS = 40

/** The rounds of pairs that a circle had, oldest first: of each segment that which counted in the end. */
export const pairRoundsOf = async (reader: Reader, circleId: CircleId): Promise<PastRound[]> => {
  const rows = await reader
    .selectFrom('meetingEvent')
    .innerJoin('meeting', 'meeting.id', 'meetingEvent.meetingId')
    .select('meetingEvent.detail')
    .where('meeting.circleId', '=', circleId)
    .where('meetingEvent.type', '=', 'matched')
    .orderBy('meetingEvent.at', 'desc')
    .orderBy('meetingEvent.seq', 'desc')
    .limit(2 * ROUNDS)
    .execute()
  const latest = new Map<SegmentId, PastRound>()
  for (const { detail } of rows) {
    const { segmentId, match }: Pick<Matched, 'segmentId' | 'match'> = JSON.parse(detail)
    if (match.kind !== 'pairs' || latest.has(segmentId)) continue
    latest.set(segmentId, { segmentId, round: match.groups.map(({ members }) => members) })
  }
  return [...latest.values()].slice(0, ROUNDS).toReversed()
}

export const rsvpsOf = async (
  reader: Reader,
  meetingIds: readonly MeetingId[],
): Promise<Map<MeetingId, Meeting['rsvps']>> => {
  const rows = await reader
    .selectFrom('rsvp')
    .selectAll()
    .where('meetingId', 'in', meetingIds)
    .orderBy('memberId')
    .execute()
  const rsvps = new Map<MeetingId, Meeting['rsvps']>()
  for (const { meetingId, memberId, answer } of rows) {
    rsvps.set(meetingId, [...(rsvps.get(meetingId) ?? []), { memberId, answer }])
  }
  return rsvps
}

/** Answers whether the answer is a new one. */
export const upsertRsvp = async (
  tx: Tx,
  meetingId: MeetingId,
  memberId: MemberId,
  answer: RsvpAnswer,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('rsvp')
    .values({ meetingId, memberId, answer })
    .onConflict((conflict) =>
      conflict.columns(['meetingId', 'memberId']).doUpdateSet({ answer }).where('rsvp.answer', '!=', answer),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Removes a meeting that was only planned, with its log; the database refuses where more than that happened. */
export const deletePlan = async (tx: Tx, id: MeetingId): Promise<void> => {
  await tx.deleteFrom('meetingEvent').where('meetingId', '=', id).execute()
  await tx.deleteFrom('meeting').where('id', '=', id).execute()
}
