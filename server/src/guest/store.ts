import type { CircleId, GuestLinkId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { windowOf } from '@rondo/shared/meeting/window.ts'
import { inReadableCircle } from '../circle/index.ts'
import { eventsOf } from '../meeting/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { GuestTables } from '../platform/db/tables/guest.ts'
import type { Door } from './rules.ts'

type LinkRow = GuestTables['guestLink']

/** A meeting, with what the doors of its room depend on. */
export interface MeetingDoor extends Door {
  title: string
  circleName: string
  startsAt: Instant
  timeZone: string
}

const DOOR = [
  'meeting.title',
  'meeting.phase',
  'meeting.startsAt',
  'circle.name as circleName',
  'circle.timeZone',
  'circle.visibility',
  'circle.status',
] as const

/** The page closes to guests when its window does; a meeting that is called off has none. */
const withUntil = async <Row extends { meetingId: MeetingId; startsAt: Instant }>(
  reader: Reader,
  row: Row,
): Promise<Row & { until: Instant }> => {
  const window = windowOf(foldMeeting(await eventsOf(reader, row.meetingId)))
  return { ...row, until: window?.closesAt ?? row.startsAt }
}

export const doorOf = async (reader: Reader, id: MeetingId): Promise<MeetingDoor> => {
  const row = await reader
    .selectFrom('meeting')
    .innerJoin('circle', 'circle.id', 'meeting.circleId')
    .select(DOOR)
    .where('meeting.id', '=', id)
    .executeTakeFirstOrThrow()
  return withUntil(reader, { ...row, meetingId: id })
}

/** The link of a secret, with its meeting and who made it. */
export const findLink = async (reader: Reader, tokenHash: string) => {
  const row = await reader
    .selectFrom('guestLink')
    .innerJoin('meeting', 'meeting.id', 'guestLink.meetingId')
    .innerJoin('circle', 'circle.id', 'meeting.circleId')
    .innerJoin('member', 'member.id', 'guestLink.madeBy')
    .select(DOOR)
    .select(['guestLink.id', 'guestLink.meetingId', 'guestLink.revokedAt', 'meeting.circleId'])
    .select('member.name as invitedBy')
    .where('guestLink.tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row && withUntil(reader, row)
}

/** A guest by what their browser holds, with the link by which they came; undefined once they are a member. */
export const findGuest = async (reader: Reader, tokenHash: string) => {
  const row = await reader
    .selectFrom('guest')
    .innerJoin('member', 'member.id', 'guest.memberId')
    .innerJoin('guestLink', 'guestLink.id', 'guest.linkId')
    .innerJoin('meeting', 'meeting.id', 'guestLink.meetingId')
    .innerJoin('circle', 'circle.id', 'meeting.circleId')
    .select(DOOR)
    .select([
      'guest.memberId',
      'guest.tokenHash',
      'guestLink.meetingId',
      'guestLink.revokedAt',
      'meeting.circleId',
    ])
    .select(['member.name', 'member.colour', 'member.locale', 'member.timeZone as ownZone'])
    .where('guest.tokenHash', '=', tokenHash)
    .where('member.role', '=', 'guest')
    .executeTakeFirst()
  return row && withUntil(reader, row)
}

export type FoundGuest = NonNullable<Awaited<ReturnType<typeof findGuest>>>

export const insertLink = (tx: Tx, row: LinkRow) => tx.insertInto('guestLink').values(row).execute()

/** The links of a meeting, latest first, and how many came by each. */
export const linksOf = (reader: Reader, meetingId: MeetingId) =>
  reader
    .selectFrom('guestLink')
    .leftJoin('guest', 'guest.linkId', 'guestLink.id')
    .select(['guestLink.id', 'guestLink.madeBy', 'guestLink.madeAt', 'guestLink.revokedAt'])
    .select((eb) => eb.fn.count<number>('guest.memberId').as('guests'))
    .where('guestLink.meetingId', '=', meetingId)
    .groupBy('guestLink.id')
    .orderBy('guestLink.madeAt', 'desc')
    .orderBy('guestLink.id')
    .execute()

/** Answers false when the meeting has no such link; one that was ended before stays as it is. */
export const endLink = async (
  tx: Tx,
  { id, meetingId }: { id: GuestLinkId; meetingId: MeetingId },
  { at, by }: { at: Instant; by: MemberId },
): Promise<'ended' | 'before' | 'absent'> => {
  const link = await tx
    .selectFrom('guestLink')
    .select('revokedAt')
    .where('id', '=', id)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (link === undefined) return 'absent'
  if (link.revokedAt !== null) return 'before'
  await tx.updateTable('guestLink').set({ revokedAt: at, revokedBy: by }).where('id', '=', id).execute()
  return 'ended'
}

/** Ends every link to meetings of a circle. */
export const endLinksOf = async (
  tx: Tx,
  circleId: CircleId,
  { at, by }: { at: Instant; by: MemberId },
): Promise<void> => {
  const meetings = tx.selectFrom('meeting').select('meeting.id').where('circleId', '=', circleId)
  await tx
    .updateTable('guestLink')
    .set({ revokedAt: at, revokedBy: by })
    .where('revokedAt', 'is', null)
    .where('meetingId', 'in', meetings)
    .execute()
}

/** Gives somebody who came a place, and their browser its session. */
export const insertGuest = (tx: Tx, row: GuestTables['guest']) => tx.insertInto('guest').values(row).execute()

/** The guests of meetings in circles that a member may read; whoever became a member is none. */
export const guestsFor = (reader: Reader, memberId: MemberId) =>
  people(reader).where(inReadableCircle('meeting.circleId', memberId)).execute()

export const guestsOf = (reader: Reader, meetingId: MeetingId) =>
  people(reader).where('guestLink.meetingId', '=', meetingId).execute()

const people = (reader: Reader) =>
  reader
    .selectFrom('guest')
    .innerJoin('member', 'member.id', 'guest.memberId')
    .innerJoin('guestLink', 'guestLink.id', 'guest.linkId')
    .innerJoin('meeting', 'meeting.id', 'guestLink.meetingId')
    .select(['member.id', 'member.name', 'member.colour', 'guestLink.meetingId'])
    .where('member.role', '=', 'guest')
    .orderBy('guest.joinedAt')
    .orderBy('member.id')

/** Members by their ids, with what a guest may see of them. */
export const membersNamed = async (reader: Reader, ids: readonly MemberId[]) => {
  if (ids.length === 0) return []
  return reader
    .selectFrom('member')
    .select(['id', 'name', 'colour'])
    .where('id', 'in', ids)
    .where('role', '!=', 'guest')
    .execute()
}

/** The browser's session is over; answers whether there was one. */
export const endSession = async (tx: Tx, memberId: MemberId): Promise<boolean> => {
  const done = await tx
    .updateTable('guest')
    .set({ tokenHash: null })
    .where('memberId', '=', memberId)
    .where('tokenHash', 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
