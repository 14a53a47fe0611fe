import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { transact } from '../db/database.ts'
import { openDatabase } from '../db/sqlite.ts'
import { type JobsWorld, jobsLog } from './contract.ts'
import { databaseJobs } from './database-jobs.ts'
import { runJobs } from './run-jobs.ts'

/** For tests: jobs in a fresh database file, with a table for what they do. */
export const temporaryJobs = async (options: { longestWait?: number } = {}): Promise<JobsWorld<Tx>> => {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-jobs-'))
  const db = await openDatabase({ file: join(folder, 'rondo.sqlite') })
  await sql`create table written (line text not null)`.execute(db.writer)
  const store = databaseJobs(db)
  return {
    open: (timers) => runJobs(store, { timers, log: jobsLog, ...options }),
    transact: (work) => transact(db, work),
    write: async (tx, line) => void (await sql`insert into written values (${line})`.execute(tx)),
    lines: async () => {
      const { rows } = await sql<{ line: string }>`select line from written order by rowid`.execute(db.writer)
      return rows.map(({ line }) => line)
    },
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true })
    },
  }
}
