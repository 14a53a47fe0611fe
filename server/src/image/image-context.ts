import type { FileId } from '@rondo/shared/kernel/id.ts'
import type { DocumentContext } from '../page/index.ts'
import type { Files } from '../platform/files/files.ts'
import type { Quota } from '../platform/files/quota.ts'

/** What the keeper of images is handed. */
export interface ImageContext extends DocumentContext {
  readonly files: Files
}

/** And what it needs to take one in. */
export interface IntakeContext extends ImageContext {
  readonly quota: Quota
}

/** The room's word in the names of its files. */
export const ROOM = 'image'

export const nameOf = (fileId: FileId): string => `${ROOM}/${fileId}`
