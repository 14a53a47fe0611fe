import { inject } from 'vitest'
import { transact } from '../platform/db/database.ts'
import { openPostgres } from '../platform/db/postgres.ts'
import { MemoryLine } from '../platform/pubsub/memory-fan-out.ts'
import { ownSchema } from '../platform/testing/postgres.ts'
import { journalContract, stillClock } from './contract.ts'
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
