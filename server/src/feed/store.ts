import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { FeedTables } from '../platform/db/tables/feed.ts'
import type { Owner } from './event-text.ts'

type FeedRow = FeedTables['feed']
export type RevisionRow = FeedTables['feedRevision']

export const feedsOf = (
  reader: Reader,
  memberId: MemberId,
): Promise<Pick<FeedRow, 'circleId' | 'madeAt'>[]> =>
  reader
    .selectFrom('feed')
    .select(['circleId', 'madeAt'])
    .where('memberId', '=', memberId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()

/** The feed that a token opens, with whose it is. */
export const findFeed = async (
  reader: Reader,
  token: string,
): Promise<{ circleId: CircleId | null; owner: Owner } | undefined> => {
  const row = await reader
    .selectFrom('feed')
    .innerJoin('member', 'member.id', 'feed.memberId')
    .select(['feed.circleId', 'member.id', 'member.timeZone', 'member.locale'])
    .where('feed.token', '=', token)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { circleId, ...owner } = row
  return { circleId, owner }
}

/** Answers whether there was one. */
export const deleteFeed = async (tx: Tx, memberId: MemberId, circleId: CircleId | null): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('feed')
    .where('memberId', '=', memberId)
    .where('circleId', circleId === null ? 'is' : '=', circleId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export const insertFeed = async (tx: Tx, row: FeedRow): Promise<void> => {
  await tx.insertInto('feed').values(row).execute()
}

/** The circles in which a member sits. */
export const circlesOf = async (reader: Reader, memberId: MemberId): Promise<CircleId[]> => {
  const rows = await reader.selectFrom('seat').select('circleId').where('memberId', '=', memberId).execute()
  return rows.map(({ circleId }) => circleId)
}

export const circleNamesOf = async (
  reader: Reader,
  circleIds: readonly CircleId[],
): Promise<ReadonlyMap<CircleId, string>> => {
  if (circleIds.length === 0) return new Map()
  const rows = await reader.selectFrom('circle').select(['id', 'name']).where('id', 'in', circleIds).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const revisionsOf = async (
  reader: Reader,
  meetingIds: readonly MeetingId[],
): Promise<Map<MeetingId, RevisionRow>> => {
  if (meetingIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('feedRevision')
    .selectAll()
    .where('meetingId', 'in', meetingIds)
    .execute()
  return new Map(rows.map((row) => [row.meetingId, row]))
}

export const saveRevision = async (tx: Tx, { meetingId, ...revision }: RevisionRow): Promise<void> => {
  await tx
    .insertInto('feedRevision')
    .values({ meetingId, ...revision })
    .onConflict((conflict) => conflict.column('meetingId').doUpdateSet(revision))
    .execute()
}
