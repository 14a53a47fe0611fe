import { join } from 'node:path'
import { isMarkedAsCopy, removeCopyMark } from './copy-mark.ts'
import type { DocumentLog } from './document-log.ts'
import { openSqliteLog } from './sqlite-log.ts'
import { openLogFile } from './write-ahead/log-file.ts'
import { writeAhead } from './write-ahead/write-ahead.ts'

/** The file names of the log in its folder: the database, and the two files in front of it. */
export const logFileNames = ['documents.sqlite', 'documents.ahead-1', 'documents.ahead-2'] as const

/** A backup that was put back: what browsers kept of its future must not be merged into it. */
const beginAnew = async (log: DocumentLog, file: string): Promise<void> => {
  if (!isMarkedAsCopy(file)) return
  await log.raiseGenerations(Date.now())
  removeCopyMark(file)
}

/**
 * Opens (or makes) the document log of a server that keeps its documents itself. Where that fails nothing stays open.
 * @throws when the files cannot be opened, or the disk would not be waited for.
 */
export const openEmbeddedLog = async (folder: string): Promise<DocumentLog> => {
  const [database, first, second] = logFileNames
  const fileOf = (name: string): string => join(folder, name)
  await using opened = new AsyncDisposableStack()
  const opening = async <T extends { close(): Promise<void> }>(open: Promise<T>): Promise<T> =>
    opened.adopt(await open, (one) => one.close())
  const behind = await opening(openSqliteLog(fileOf(database)))
  const files = [
    await opening(openLogFile(fileOf(first))),
    await opening(openLogFile(fileOf(second))),
  ] as const
  const log = await writeAhead(behind, files)
  await beginAnew(log, fileOf(database))
  opened.move()
  return log
}
