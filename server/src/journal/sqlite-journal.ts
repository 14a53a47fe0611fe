import type { Clock } from '../kernel/clock.ts'
import { afterCommit } from '../platform/db/database.ts'
import type { Journal } from './journal.ts'
import { Listeners } from './listeners.ts'
import { reading, rowOf } from './rows.ts'

/** The journal in the embedded database, whose one writer gives the numbers in the order of commits. */
export const createSqliteJournal = (clock: Clock): Journal => {
  const listeners = new Listeners()
  return {
    ...reading,
    append: async (tx, news) => {
      if (news.length === 0) return
      const at = clock.now()
      await tx
        .insertInto('journal')
        .values(news.map((fact) => rowOf(fact, at)))
        .execute()
      afterCommit(tx, listeners.poke)
    },
    onAppended: listeners.add,
  }
}
