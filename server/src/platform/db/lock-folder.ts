import { join } from 'node:path'
import SQLite from 'better-sqlite3'

/** How long to wait for a predecessor that is just stopping. */
const HANDOVER_MS = 2000

/**
 * Makes sure that one process at a time works in a data folder, because open documents live in memory. The lock is a
 * transaction of the operating system's, so it ends with the process however that dies. Answers how to give it back.
 */
export const lockFolder = (folder: string): (() => void) => {
  const lock = new SQLite(join(folder, 'rondo.lock'), { timeout: HANDOVER_MS })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof SQLite.SqliteError && error.code === 'SQLITE_BUSY')
      throw new Error(`Another Rondo is working in ${folder}; stop it, or choose another DATA_DIR.`)
    throw error
  }
  return () => lock.close()
}
