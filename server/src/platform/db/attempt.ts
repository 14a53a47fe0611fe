import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * Does the work, or nothing of it where a constraint of the database forbids it; the transaction goes on either way.
 * Answers whether it was done.
 */
export const attempt = async (tx: Tx, work: () => Promise<void>): Promise<boolean> => {
  await sql`savepoint attempt`.execute(tx)
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))) throw error
    await sql`rollback to savepoint attempt`.execute(tx)
    return false
  } finally {
    await sql`release savepoint attempt`.execute(tx)
  }
}
