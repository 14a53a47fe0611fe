import { readImage, takeInImage } from '@rondo/shared/image/contract.ts'
import { MAX_IMAGE_BYTES, type TakenImage } from '@rondo/shared/image/model.ts'
import type { FileId, PageId } from '@rondo/shared/kernel/id.ts'
import i18next from 'i18next'
import { addressOf } from '../platform/http.ts'
import { Refused } from '../platform/refused.ts'
import { sendFile } from '../platform/send-file.ts'

interface Sending {
  readonly onProgress?: (part: number) => void
  readonly signal?: AbortSignal
  /** The image of which this one hides something for good. */
  readonly covers?: FileId | undefined
}

export const addressOfImage = (fileId: FileId): string => addressOf(readImage.path, { params: { fileId } })

/** Brings a picture to the server; what is too large to be taken does not set out. */
export const sendImage = async (
  pageId: PageId,
  file: Blob,
  { covers, ...sending }: Sending = {},
): Promise<TakenImage> => {
  if (file.size > MAX_IMAGE_BYTES) throw new Refused(413, { code: 'too-large', reason: 'image.too-large' })
  return sendFile(takeInImage, { params: { pageId }, query: { covers }, file, ...sending })
}

/** What another try may get past: nobody there, too much at once, a session that ended meanwhile. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 409, 425, 429])

/** Why a picture will never be taken, in the reader's words; undefined where it may be, later. */
export const refusalIn = (error: unknown): string | undefined => {
  if (!(error instanceof Refused) || error.status >= 500 || PASSING.has(error.status)) return undefined
  const reason = error.reason?.replace(/^image\./, '') ?? 'other'
  return i18next.t(`image.refused.${reason}`, { defaultValue: i18next.t('image.refused.other') })
}
