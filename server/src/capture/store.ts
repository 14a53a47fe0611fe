import type { Capture } from '@rondo/shared/capture/model.ts'
import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { CaptureId, CircleId, MeetingId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { sql } from 'kysely'
import { inReadableCircle } from '../circle/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { CaptureTables } from '../platform/db/tables/capture.ts'
import type { Caught, Moment } from './rules.ts'

export interface CaptureFilter {
  id?: CaptureId | undefined
  circleId?: CircleId | undefined
  meetingIds?: readonly MeetingId[] | undefined
  pageId?: PageId | undefined
  kind?: CaptureKind | undefined
  state?: 'open' | 'done' | undefined
  /** Whose next steps. */
  who?: MemberId | undefined
}

/** Captures that somebody may read, newest first, at most `limit` if given; mentions and links stand in their texts as tokens. */
export const findCaptures = async (
  reader: Reader,
  asking: MemberId,
  { id, circleId, meetingIds, pageId, kind, state, who }: CaptureFilter,
  limit?: number,
): Promise<Capture[]> => {
  let query = reader
    .selectFrom('capture')
    .innerJoin('page', 'page.id', 'capture.pageId')
    .selectAll('capture')
    .select(['page.title as pageTitle', 'page.meetingNumber'])
    .select(followUps)
    .where(inReadableCircle('capture.circleId', asking))
  if (id) query = query.where('capture.id', '=', id)
  if (circleId) query = query.where('capture.circleId', '=', circleId)
  if (meetingIds) query = query.where('capture.meetingId', 'in', meetingIds)
  if (pageId) query = query.where('capture.pageId', '=', pageId)
  if (kind) query = query.where('capture.kind', '=', kind)
  if (state === 'open') query = query.where('capture.kind', 'in', ['next', 'question'])
  if (state === 'open') query = query.where('capture.dropped', 'is', null)
  if (state) query = query.where('capture.done', '=', state === 'done' ? 1 : 0)
  if (who) query = query.where('capture.who', '=', who).where('capture.kind', '=', 'next')
  const sorted = query
    .orderBy('capture.at', 'desc')
    .orderBy('capture.position', 'desc')
    .orderBy('capture.pageId', 'desc')
  const rows = await (limit === undefined ? sorted : sorted.limit(limit)).execute()
  return rows.map((row) => ({ ...row, done: row.done === 1 }))
}

type FollowUps = Pick<Capture, 'threadId' | 'grownPageId' | 'thanked'>

/** What became of a capture, in the circle where it stands. */
const followUps = () => {
  const of = (kind: string, column: string) => sql`(select ${sql.ref(`follow.${column}`)}
    from capture_follow_up as follow where follow.capture_id = capture.id
    and follow.circle_id = capture.circle_id and follow.kind = ${kind})`
  return [
    of('thread', 'threadId').$castTo<FollowUps['threadId']>().as('threadId'),
    of('page', 'grownPageId').$castTo<FollowUps['grownPageId']>().as('grownPageId'),
    of('thanks', 'memberId').$castTo<FollowUps['thanked']>().as('thanked'),
  ] as const
}

/** Numbers of captures by meeting and kind. */
export const countsOf = async (
  reader: Reader,
  meetingIds: readonly MeetingId[],
): Promise<Map<MeetingId, Partial<Record<CaptureKind, number>>>> => {
  const rows = await reader
    .selectFrom('capture')
    .select(({ fn }) => ['meetingId', 'kind', fn.countAll<number>().as('count')])
    .where('meetingId', 'in', meetingIds)
    .groupBy(['meetingId', 'kind'])
    .execute()
  const counts = new Map<MeetingId, Partial<Record<CaptureKind, number>>>()
  for (const { meetingId, kind, count } of rows) {
    if (meetingId !== null) counts.set(meetingId, { ...counts.get(meetingId), [kind]: count })
  }
  return counts
}

/** Number of the document entry at which the captures of a page were last read. */
export const headOf = async (reader: Reader, pageId: PageId): Promise<number | undefined> =>
  (await reader.selectFrom('captureHead').select('seq').where('pageId', '=', pageId).executeTakeFirst())?.seq

export const moveHead = async (tx: Tx, pageId: PageId, seq: number): Promise<void> => {
  await tx
    .insertInto('captureHead')
    .values({ pageId, seq })
    .onConflict((conflict) => conflict.column('pageId').doUpdateSet({ seq }))
    .execute()
}

export const caughtOn = async (reader: Reader, pageId: PageId): Promise<Caught[]> => {
  const rows = await reader
    .selectFrom('capture')
    .select([
      'id',
      'kind',
      'text',
      'who',
      'due',
      'done',
      'doneAt',
      'dropped',
      'at',
      'by',
      'segmentId',
      'position',
    ])
    .where('pageId', '=', pageId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, done: row.done === 1 }))
}

export const momentsOf = async (reader: Reader, pageId: PageId): Promise<Map<CaptureId, Moment>> => {
  const rows = await reader
    .selectFrom('captureMoment')
    .select(['captureId', 'firstSeenAt', 'firstBy', 'doneAt'])
    .where('pageId', '=', pageId)
    .execute()
  return new Map(rows.map((row) => [row.captureId, row]))
}

type Common = Pick<CaptureTables['capture'], 'pageId' | 'circleId' | 'meetingId'>

/** Replaces the captures of a page. */
export const replaceCaptures = async (
  tx: Tx,
  common: Common,
  captures: readonly Caught[],
  moments: readonly Moment[],
): Promise<void> => {
  const { pageId } = common
  await tx.deleteFrom('capture').where('pageId', '=', pageId).execute()
  const rows = captures.map((capture) => ({ ...common, ...capture, done: flag(capture.done) }))
  for (const part of chunks(rows)) await tx.insertInto('capture').values(part).execute()
  for (const part of chunks(moments)) {
    await tx
      .insertInto('captureMoment')
      .values(part.map((moment) => ({ ...moment, pageId })))
      .onConflict((conflict) =>
        conflict.columns(['pageId', 'captureId']).doUpdateSet((set) => ({
          doneAt: set.ref('excluded.doneAt'),
          firstBy: set.ref('excluded.firstBy'),
        })),
      )
      .execute()
  }
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

/** A statement takes some 32,000 values; a page may hold thousands of captures. */
const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / 500) }, (_, index) =>
    rows.slice(index * 500, (index + 1) * 500),
  )

/** Lets go of a page in which nothing was caught, so that it can be removed. */
export const forgetCaptures = async (tx: Tx, pageId: PageId): Promise<void> => {
  await tx.deleteFrom('captureHead').where('pageId', '=', pageId).execute()
}
