import type { DocumentId, MeetingId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Page, PageSummary } from '@rondo/shared/page/model.ts'
import type { ExpressionBuilder } from 'kysely'
import { inReadableCircle } from '../circle/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Database } from '../platform/db/schema.ts'
import type { PageTables } from '../platform/db/tables/page.ts'
import { fold } from './rules.ts'

export type PageRow = PageTables['page']

/** What was read out of a page's document. */
export interface PageText {
  outline: Page['outline']
  words: number
  text: string
  links: readonly PageId[]
}

const SUMMARY = [
  'page.id',
  'page.circleId',
  'page.kind',
  'page.title',
  'page.meetingId',
  'page.createdBy',
  'page.updatedAt',
] as const

export const findPage = (reader: Reader, id: PageId): Promise<PageRow | undefined> =>
  reader.selectFrom('page').selectAll().where('id', '=', id).executeTakeFirst()

export const findPageOfDocument = (reader: Reader, documentId: DocumentId): Promise<PageRow | undefined> =>
  reader.selectFrom('page').selectAll().where('documentId', '=', documentId).executeTakeFirst()

/** The show-notes of a meeting. */
export const findPageOfMeeting = (reader: Reader, meetingId: MeetingId): Promise<PageRow | undefined> =>
  reader.selectFrom('page').selectAll().where('meetingId', '=', meetingId).executeTakeFirst()

export const summariesOf = (
  reader: Reader,
  asking: MemberId,
  ids: readonly PageId[],
): Promise<PageSummary[]> =>
  reader
    .selectFrom('page')
    .select(SUMMARY)
    .where('id', 'in', ids)
    .where(inReadableCircle('page.circleId', asking))
    .execute()

export interface PageFilter {
  circleId?: PageRow['circleId'] | undefined
  kind?: PageRow['kind'] | undefined
  title?: string | undefined
}

/** What somebody looks through: show-notes of meetings that have not begun stand in the schedule, and are found by their title. */
export const findPages = (
  reader: Reader,
  asking: MemberId,
  filter: PageFilter,
  limit: number,
): Promise<PageSummary[]> => {
  const { circleId, kind, title } = filter
  let query = reader.selectFrom('page').select(SUMMARY).where(inReadableCircle('page.circleId', asking))
  if (circleId) query = query.where('circleId', '=', circleId)
  if (kind) query = query.where('kind', '=', kind)
  if (title) query = query.where((is) => is(is.fn('instr', ['foldedTitle', is.val(fold(title))]), '>', 0))
  else query = query.where((is) => is.not(is.exists(notBegun(is))))
  return query.orderBy('updatedAt', 'desc').orderBy('id').limit(limit).execute()
}

const notBegun = (is: ExpressionBuilder<Database, 'page'>) =>
  is
    .selectFrom('meeting')
    .select('meeting.id')
    .whereRef('meeting.id', '=', 'page.meetingId')
    .where('meeting.phase', 'in', ['scheduled', 'cancelled'])

export const backlinksOf = (reader: Reader, asking: MemberId, id: PageId): Promise<PageSummary[]> =>
  reader
    .selectFrom('pageLink')
    .innerJoin('page', 'page.id', 'pageLink.fromPage')
    .select(SUMMARY)
    .where('pageLink.toPage', '=', id)
    .where('page.id', '!=', id)
    .where(inReadableCircle('page.circleId', asking))
    .orderBy('page.updatedAt', 'desc')
    .orderBy('page.id')
    .execute()

export const insertPage = async (
  tx: Tx,
  page: Omit<PageRow, 'foldedTitle' | 'titledBy' | 'updatedAt'>,
): Promise<void> => {
  const { title, createdBy, createdAt } = page
  const row = { ...page, foldedTitle: fold(title), titledBy: createdBy, updatedAt: createdAt }
  await tx.insertInto('page').values(row).execute()
  await insertText(tx, page.id, { outline: [], words: 0, text: '', links: [] }, 0)
}

/** Answers whether the page still had the title that the asker saw. */
export const retitle = async (
  tx: Tx,
  id: PageId,
  was: string,
  to: { title: string; by: MemberId; at: Instant },
): Promise<boolean> => {
  const change = { title: to.title, foldedTitle: fold(to.title), titledBy: to.by, updatedAt: to.at }
  const { numUpdatedRows } = await tx
    .updateTable('page')
    .set(change)
    .where('id', '=', id)
    .where('title', '=', was)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The number of the meeting whose show-notes a page is. */
export const renumberPageOf = async (tx: Tx, meetingId: MeetingId, meetingNumber: number): Promise<void> => {
  await tx.updateTable('page').set({ meetingNumber }).where('meetingId', '=', meetingId).execute()
}

export const touchPage = async (tx: Tx, id: PageId, updatedAt: Instant): Promise<void> => {
  await tx.updateTable('page').set({ updatedAt }).where('id', '=', id).execute()
}

/** The text of a page as it was last read, with the number of the document entry it was read at. */
export const findText = async (
  reader: Reader,
  pageId: PageId,
): Promise<(PageText & { seq: number }) | undefined> => {
  const row = await reader.selectFrom('pageText').selectAll().where('pageId', '=', pageId).executeTakeFirst()
  if (row === undefined) return undefined
  const links = await reader
    .selectFrom('pageLink')
    .select('toPage')
    .where('fromPage', '=', pageId)
    .orderBy('position')
    .execute()
  return { ...row, outline: JSON.parse(row.outline), links: links.map(({ toPage }) => toPage) }
}

export const replaceText = async (tx: Tx, pageId: PageId, text: PageText, seq: number): Promise<void> => {
  await tx.deleteFrom('pageText').where('pageId', '=', pageId).execute()
  await tx.deleteFrom('pageLink').where('fromPage', '=', pageId).execute()
  await insertText(tx, pageId, text, seq)
}

const insertText = async (tx: Tx, pageId: PageId, { outline, words, text, links }: PageText, seq: number) => {
  await tx
    .insertInto('pageText')
    .values({ pageId, seq, outline: JSON.stringify(outline), words, text })
    .execute()
  const rows = links.map((toPage, position) => ({ fromPage: pageId, toPage, position }))
  for (let from = 0; from < rows.length; from += 500) {
    await tx
      .insertInto('pageLink')
      .values(rows.slice(from, from + 500))
      .execute()
  }
}

/** Removes a page that nothing hangs on; where something does, the database refuses. Its document is left alone. */
export const removePage = async (tx: Tx, pageId: PageId): Promise<void> => {
  await tx.deleteFrom('pageText').where('pageId', '=', pageId).execute()
  await tx.deleteFrom('pageLink').where('fromPage', '=', pageId).execute()
  await tx.deleteFrom('page').where('id', '=', pageId).execute()
}
