import type { Context } from '../journal/context.ts'
import type { Recorded } from '../journal/journal.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { keepTrying, type Runner } from './keep-trying.ts'

/** A view made from the facts of the journal. */
export interface JournalProjection {
  name: string
  /** Raise it when `apply` changes: the view is then forgotten and made anew from the first fact. */
  version: number
  forget: (tx: Tx) => Promise<void>
  /** Applies one fact, in the transaction that also moves the cursor: exactly once. */
  apply: (tx: Tx, fact: Recorded) => Promise<void>
}

const BATCH = 100

/** Follows the journal with a cursor of its own. `settled()` resolves once everything appended so far is applied. */
export const runJournalProjection = (context: Context, projection: JournalProjection): Runner => {
  const runner = keepTrying(context.log, projection.name, async () => {
    while ((await advance(context, projection)) === BATCH);
  })
  const stop = context.journal.onAppended(runner.poke)
  runner.poke()
  return {
    ...runner,
    stop: () => {
      stop()
      return runner.stop()
    },
  }
}

const advance = ({ db, journal }: Context, projection: JournalProjection): Promise<number> =>
  transact(db, async (tx) => {
    const seq = await cursor(tx, projection)
    const news = await journal.readAfter(tx, seq, BATCH)
    for (const fact of news) await projection.apply(tx, fact)
    const last = news.at(-1)
    if (last !== undefined)
      await tx
        .updateTable('projectionCursor')
        .set({ seq: last.seq })
        .where('name', '=', projection.name)
        .execute()
    return news.length
  })

const cursor = async (tx: Tx, { name, version, forget }: JournalProjection): Promise<number> => {
  const row = await tx.selectFrom('projectionCursor').selectAll().where('name', '=', name).executeTakeFirst()
  if (row?.version === version) return row.seq
  if (row !== undefined) await forget(tx)
  await tx
    .insertInto('projectionCursor')
    .values({ name, version, seq: 0 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ version, seq: 0 }))
    .execute()
  return 0
}
