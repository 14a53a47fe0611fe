import { join } from 'node:path'
import type { Logger } from '../kernel/logger.ts'
import type { Files } from '../platform/files/files.ts'
import { openFolderFiles } from '../platform/files/folder-files.ts'
import { s3Files } from '../platform/files/s3-files.ts'
import { describeError } from '../platform/log/describe-error.ts'
import type { Config } from './config.ts'

/** Where uploads are kept, if no other store is named. */
export const filesFolder = (dataDir: string): string => join(dataDir, 'files')

/**
 * Opens the store that the settings name. One that does not answer is told of and tried again at each upload: meetings
 * are held without uploads, too.
 */
export const openFiles = async ({ fileStore, dataDir }: Config, log: Logger): Promise<Files> => {
  if (fileStore === undefined) return openFolderFiles(filesFolder(dataDir))
  const files = s3Files(fileStore)
  files
    .check()
    .catch((error: unknown) =>
      log.error(describeError(error), 'The store of FILES_URL does not answer: uploads fail until it does.'),
    )
  return files
}
