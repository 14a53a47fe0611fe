import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import { coarse } from '@rondo/shared/kernel/time.ts'
import type { Page, PageSummary } from '@rondo/shared/page/model.ts'
import { NOWHERE, permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { backlinksOf, findPage, findPages, findText, type PageFilter, summariesOf } from './store.ts'

const LONGEST_LIST = 50

export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such page.' }

export const listPages = async (
  { db }: Context,
  actor: Actor,
  filter: PageFilter,
): Promise<Result<{ pages: PageSummary[] }>> =>
  accept({ pages: (await findPages(db.read, actor.memberId, filter, LONGEST_LIST)).map(told) })

export const readTitles = async (
  { db }: Context,
  actor: Actor,
  ids: readonly PageId[],
): Promise<Result<{ pages: PageSummary[] }>> =>
  accept({ pages: (await summariesOf(db.read, actor.memberId, ids)).map(told) })

export const readPage = ({ db }: Context, actor: Actor, id: PageId): Promise<Result<Page>> =>
  pageFor(db.read, actor, id)

/** When somebody wrote is told to five minutes; the order of a list may know more. */
const told = (page: PageSummary): PageSummary => ({ ...page, updatedAt: coarse(page.updatedAt) })

/** The page as the actor sees it; not found when they may not. */
export const pageFor = async (reader: Reader, actor: Actor, id: PageId): Promise<Result<Page>> => {
  const row = await findPage(reader, id)
  const permitted = await permit(reader, actor, 'read', row === undefined ? NOWHERE : row.circleId, ABSENT)
  if (row === undefined) return { ok: false, refusal: ABSENT }
  if (!permitted.ok) return permitted
  const { circleId, kind, title, meetingId, createdBy, createdAt, updatedAt, documentId } = row
  const text = await findText(reader, id)
  return accept({
    id,
    circleId,
    kind,
    title,
    meetingId,
    createdBy,
    createdAt: coarse(createdAt),
    updatedAt: coarse(updatedAt),
    documentId,
    mayWrite: may(actor, 'write', permitted.value),
    outline: text?.outline ?? [],
    words: text?.words ?? 0,
    backlinks: (await backlinksOf(reader, actor.memberId, id)).map(told),
  })
}
