import type { CaptureId, CircleId, PageId, ThreadId } from '@rondo/shared/kernel/id.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { CaptureTables } from '../platform/db/tables/capture.ts'

export type FollowUp = CaptureTables['captureFollowUp']

/** What became of a capture in one way; undefined while nothing did. */
export const findFollowUp = (
  reader: Reader,
  captureId: CaptureId,
  kind: FollowUp['kind'],
): Promise<FollowUp | undefined> =>
  reader
    .selectFrom('captureFollowUp')
    .selectAll()
    .where('captureId', '=', captureId)
    .where('kind', '=', kind)
    .executeTakeFirst()

/** The page that a circle made of an address before. */
export const pageOfAddress = async (
  reader: Reader,
  circleId: CircleId,
  address: string,
): Promise<PageId | null> => {
  const row = await reader
    .selectFrom('captureFollowUp')
    .select('grownPageId')
    .where('circleId', '=', circleId)
    .where('address', '=', address)
    .orderBy('at')
    .executeTakeFirst()
  return row?.grownPageId ?? null
}

/** The key (capture, kind) admits each once: of two at once one is first. */
export const insertFollowUp = async (tx: Tx, row: FollowUp): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('captureFollowUp')
    .values(row)
    .onConflict((conflict) => conflict.columns(['captureId', 'kind']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** What a thread is about: the capture, and the page and meeting where it was caught. */
export const captureOfThread = (reader: Reader, threadId: ThreadId) =>
  reader
    .selectFrom('captureFollowUp')
    .innerJoin('page', 'page.id', 'captureFollowUp.pageId')
    .select([
      'captureFollowUp.captureId',
      'page.id as pageId',
      'page.title as pageTitle',
      'page.meetingId',
      'page.meetingNumber',
    ])
    .where('captureFollowUp.threadId', '=', threadId)
    .executeTakeFirst()
