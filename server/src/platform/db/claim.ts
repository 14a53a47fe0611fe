import SQLite from 'better-sqlite3'

/**
 * Claims what `file` stands for until this process ends, however it ends: the claim is a lock of the operating system,
 * held through SQLite, so a killed process leaves none behind. False when another process holds it.
 */
export const claim = (file: string): boolean => {
  const connection = new SQLite(file, { timeout: 0 })
  try {
    connection.exec('begin exclusive')
    claims.add(connection)
    return true
  } catch (error) {
    connection.close()
    if (error instanceof SQLite.SqliteError && error.code === 'SQLITE_BUSY') return false
    throw error
  }
}

/** Kept from the garbage collector, which would close them. */
const claims = new Set<SQLite.Database>()
