import type { Actor } from '@rondo/shared/account/model.ts'
import type { FileId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { permit, permitInMeeting } from '../circle/index.ts'
import { findPage, type PageRow } from '../page/index.ts'
import type { Reader } from '../platform/db/database.ts'
import type { KeptFile } from '../platform/files/files.ts'
import { type ImageContext, nameOf } from './image-context.ts'
import { ABSENT } from './rules.ts'
import { findImage, type ImageRow } from './store.ts'

export interface ShownImage {
  readonly image: ImageRow
  /** It is another one than was asked for, so nobody may go on showing what they were shown before. */
  readonly isCover: boolean
}

/** The image that is shown under this id, for whoever may read the page that it was given to, now. */
export const imageFor = async (
  { db }: Pick<ImageContext, 'db'>,
  actor: Actor,
  fileId: FileId,
): Promise<Result<ShownImage>> => {
  const asked = await findImage(db.read, fileId)
  const page = asked && (await findPage(db.read, asked.pageId))
  if (asked === undefined || page === undefined) return ABSENT
  const permitted = await permitPage(db.read, actor, page)
  if (!permitted.ok) return permitted
  if (asked.coveredBy === null) return accept({ image: asked, isCover: false })
  const cover = await findImage(db.read, asked.coveredBy)
  return cover === undefined ? ABSENT : accept({ image: cover, isCover: true })
}

/** What stands in the page of a meeting is for its guests, too. */
const permitPage = (
  reader: Reader,
  actor: Actor,
  { circleId, meetingId }: Pick<PageRow, 'circleId' | 'meetingId'>,
): ReturnType<typeof permit> =>
  circleId === null || meetingId === null
    ? permit(reader, actor, 'read', circleId, ABSENT.refusal)
    : permitInMeeting(reader, actor, 'read', { id: meetingId, circleId }, ABSENT.refusal)

/** The bytes; absent where they are gone. */
export const bytesOf = async (
  { files }: Pick<ImageContext, 'files'>,
  { fileId }: ImageRow,
): Promise<Result<KeptFile>> => {
  const file = await files.get(nameOf(fileId))
  return file === null ? ABSENT : accept(file)
}
