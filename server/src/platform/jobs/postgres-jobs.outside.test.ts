import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { type Db, type Tx, transact } from '../db/database.ts'
import { openPostgres } from '../db/postgres.ts'
import { ownSchema } from '../testing/postgres.ts'
import { jobsContract, jobsLog, START } from './contract.ts'
import { databaseJobs } from './database-jobs.ts'
import { handTimers } from './hand-timers.ts'
import type { JobStore } from './job-store.ts'
import type { Handlers } from './jobs.ts'
import { runJobs } from './run-jobs.ts'

const open = async (url: string): Promise<Db> => {
  const db = await openPostgres({ url })
  await sql`create table if not exists written (n serial, line text not null)`.execute(db.writer)
  return db
}

const write = async (tx: Tx, line: string): Promise<void> => {
  await sql`insert into written (line) values (${line})`.execute(tx)
}

const linesOf = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ line: string }>`select line from written order by n`.execute(db.writer)
  return rows.map(({ line }) => line)
}

jobsContract('An engine over Postgres', async () => {
  const db = await open(await ownSchema(inject('postgresUrl')))
  const store = databaseJobs(db, { shared: true })
  return {
    open: (timers) => runJobs(store, { timers, log: jobsLog }),
    transact: (work) => transact(db, work),
    write,
    lines: () => linesOf(db),
    close: () => db.close(),
  }
})

const COUNT = 40

/** Three servers that all have the same forty jobs to do at the same moment. Answers what was done. */
const together = async (storeOf: (db: Db) => JobStore<Tx>): Promise<string[]> => {
  const url = await ownSchema(inject('postgresUrl'))
  const servers = []
  for (let n = 0; n < 3; n++) servers.push(await open(url))
  const [first] = servers
  if (first === undefined) throw new Error('There are no servers.')
  const timers = handTimers(START)
  const engines = servers.map((db) => runJobs(storeOf(db), { timers, log: jobsLog }))
  await transact(first, async (tx) => {
    for (let n = 0; n < COUNT; n++) await engines[0]?.plan(tx, { kind: 'note', key: `${n}`, dueAt: START })
  })
  const handlers: Handlers<Tx> = {
    note: {
      run: async (tx, { key }) => {
        await write(tx, key)
        await sql`select pg_sleep(0.005)`.execute(tx)
        return null
      },
    },
  }
  for (const engine of engines) engine.start(handlers)
  for (let round = 0; round < 3; round++) {
    for (const engine of engines) await engine.settled()
    await timers.goTo(START + (round + 1) * 1000, async () => {
      for (const engine of engines) await engine.settled()
    })
  }
  for (const engine of engines) await engine.stop()
  const lines = await linesOf(first)
  for (const db of servers) await db.close()
  return lines
}

test('Of several servers that have the same jobs to do, each job is done by one of them.', async () => {
  const lines = await together((db) => databaseJobs(db, { shared: true }))
  expect(lines).toHaveLength(COUNT)
  expect(new Set(lines).size).toBe(COUNT)
})

test('Control: without the lock of the claim servers do one another’s jobs again.', async () => {
  const lines = await together((db) => databaseJobs(db))
  expect(lines.length).toBeGreaterThan(COUNT)
})
