import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { type Tx, transact } from '../platform/db/database.ts'
import { openPostgres } from '../platform/db/postgres.ts'
import { MemoryLine } from '../platform/pubsub/memory-fan-out.ts'
import { ownSchema } from '../platform/testing/postgres.ts'
import { findsBoth, journalContract, stillClock } from './contract.ts'
import { createPostgresJournal } from './postgres-journal.ts'

const worldsOn = (line: MemoryLine) => async (ways: number) => {
  const url = await ownSchema(inject('postgresUrl'))
  return Promise.all(
    Array.from({ length: ways }, async (_, i) => {
      const db = await openPostgres({ url })
      const journal = createPostgresJournal(stillClock, line.join(`server-${i}`), 50)
      const close = async (): Promise<void> => {
        journal.stop()
        await db.close()
      }
      const { read } = db
      return {
        journal,
        read,
        close,
        transact: <T>(work: Parameters<typeof transact<T>>[1]) => transact(db, work),
      }
    }),
  )
}

journalContract('A journal in Postgres', 3, worldsOn(new MemoryLine()))
journalContract('A journal in Postgres that hears no hints', 3, worldsOn(new MemoryLine(() => {})))

test('A journal that took its numbers from a sequence would lose facts, and that is noticed.', async () => {
  const worlds = await worldsOn(new MemoryLine())(2)
  const [one, two] = worlds
  if (one === undefined || two === undefined) throw new Error('Two ways are needed.')
  await one.transact((tx) => sql`create sequence fast`.execute(tx))
  const append = async (tx: Tx): Promise<void> => {
    await sql`insert into journal values (nextval('fast'), 0, 'member.joined', '{}', '{}', null)`.execute(tx)
  }
  expect(await findsBoth(append, [one, two])).toBe(false)
  for (const { close } of worlds) await close()
})
