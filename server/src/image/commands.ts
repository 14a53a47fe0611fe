import type { Actor } from '@rondo/shared/account/model.ts'
import type { TakenImage } from '@rondo/shared/image/model.ts'
import type { FileId, PageId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { permit } from '../circle/index.ts'
import { findPage, type PageRow } from '../page/index.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { type Drawn, drawAnew } from './draw-anew.ts'
import { type ImageContext, type IntakeContext, nameOf } from './image-context.ts'
import { removeOwed } from './let-go.ts'
import { ABSENT_PAGE, NO_ROOM } from './rules.ts'
import { coverImage, findImage, type ImageRow, insertImage } from './store.ts'

interface Incoming {
  readonly pageId: PageId
  /** The file as it came. */
  readonly file: Uint8Array
  /** The image of which this one hides something for good. */
  readonly covers: FileId | undefined
}

/**
 * Takes in a picture for a page. Its bytes are kept before anything says so; where the rest fails they are removed again.
 */
export const takeInImage = async (
  context: IntakeContext,
  actor: Actor,
  { pageId, file, covers }: Incoming,
): Promise<Result<TakenImage>> => {
  const { db, ids, files, quota } = context
  const page = await pageToWrite(db.read, actor, pageId)
  if (!page.ok) return page
  const drawn = await drawAnew(file)
  if (!drawn.ok) return drawn
  const fileId = ids.next<'file'>()
  await files.put(nameOf(fileId), once(drawn.value.bytes))
  const kept = await transact(db, async (tx) => {
    const stillThere = await pageToWrite(tx, actor, pageId)
    if (!stillThere.ok) return stillThere
    if ((await quota.taken(tx)) + drawn.value.bytes.length > quota.together) return NO_ROOM
    await insertImage(tx, rowOf(context, actor, stillThere.value, fileId, drawn.value))
    return accept(covers !== undefined && (await cover(tx, actor, covers, fileId)))
  }).catch(async (error: unknown) => {
    await files.remove(nameOf(fileId))
    throw error
  })
  if (!kept.ok) {
    await files.remove(nameOf(fileId))
    return kept
  }
  if (kept.value) await removeOwed(context)
  const { width, height } = drawn.value
  return accept({ fileId, width, height, covered: kept.value })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const pageToWrite = async (reader: Reader, actor: Actor, pageId: PageId): Promise<Result<PageRow>> => {
  const page = await findPage(reader, pageId)
  if (page === undefined) return ABSENT_PAGE
  const permitted = await permit(reader, actor, 'write', page.circleId, ABSENT_PAGE.refusal)
  return permitted.ok ? accept(page) : permitted
}

const rowOf = (
  { clock }: Pick<ImageContext, 'clock'>,
  { memberId: by }: Actor,
  { id: pageId }: PageRow,
  fileId: FileId,
  { type, bytes, width, height }: Drawn,
): Omit<ImageRow, 'neededAt' | 'coveredBy' | 'hasBytes'> => ({
  fileId,
  pageId,
  type,
  bytes: bytes.length,
  width,
  height,
  by,
  at: clock.now(),
})

/**
 * Pixels are destroyed only by whoever may write the page that they were given to: others hide something in their own page
 * only. Answers whether they are. What somebody covered a moment ago is shown as its cover, so it is that one that goes.
 */
const cover = async (tx: Tx, actor: Actor, named: FileId, by: FileId): Promise<boolean> => {
  const asked = await findImage(tx, named)
  const shown = asked?.coveredBy ? await findImage(tx, asked.coveredBy) : asked
  if (asked === undefined || shown === undefined) return false
  for (const { pageId } of [asked, shown]) if (!(await pageToWrite(tx, actor, pageId)).ok) return false
  await coverImage(tx, shown.fileId, by)
  return true
}
