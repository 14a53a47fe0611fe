import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import { afterCommit } from '../platform/db/database.ts'
import type { PostgresOnly } from '../platform/db/postgres.ts'
import type { FanOut, Topic } from '../platform/pubsub/fan-out.ts'
import type { Journal } from './journal.ts'
import { Listeners } from './listeners.ts'
import { reading, rowOf } from './rows.ts'

/** There is news in the journal. */
const told: Topic<null> = { name: 'journal', schema: z.null() }

/** How long news of other servers stays unheard when no hint arrives. */
const lookMs = 2_000

/** A journal that several servers write. */
export interface SharedJournal extends Journal {
  /** Stops looking for what others wrote. */
  stop(): void
}

/**
 * The journal in Postgres. Whoever writes holds the row of the last number until its commit: a sequence would give numbers
 * before, and a reader that saw the higher of two would never come back for the lower.
 */
export const createPostgresJournal = (clock: Clock, fanOut: FanOut, everyMs = lookMs): SharedJournal => {
  const listeners = new Listeners()
  const unsubscribe = fanOut.subscribe(told, listeners.poke)
  const looking = setInterval(listeners.poke, everyMs).unref()
  const tell = (): void => {
    listeners.poke()
    fanOut.publish(told, null)
  }
  return {
    ...reading,
    append: async (tx, news) => {
      if (news.length === 0) return
      const at = clock.now()
      const rows = news.map((fact) => rowOf(fact, at))
      const { seq: last } = await tx
        .withTables<PostgresOnly>()
        .updateTable('journalHead')
        .set((head) => ({ seq: head('seq', '+', rows.length) }))
        .returning('seq')
        .executeTakeFirstOrThrow()
      const numbered = rows.map((row, i) => ({ ...row, seq: last - rows.length + 1 + i }))
      await tx.insertInto('journal').values(numbered).execute()
      afterCommit(tx, tell)
    },
    onAppended: listeners.add,
    stop: () => {
      unsubscribe()
      clearInterval(looking)
    },
  }
}
