import { DAY, HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import type { MediaContext } from './media-context.ts'
import { deleteFile, expired, isExpired, unknownOf } from './store.ts'
import { removePieces } from './uploads.ts'

export const SWEEP = 'media.sweep'

/**
 * An upload that nobody goes on with, a file that nothing refers to and a piece that no file names stay for a day: for
 * whoever comes back tomorrow, and so that a backup, which copies the database first, finds every file in it.
 */
const KEPT = DAY

const EVERY = HOUR

/** Names of pieces that are looked up at once. */
const HELPING = 500

/** From the first start on, every hour. */
export const planSweeps = ({ db, jobs, clock }: MediaContext): Promise<void> =>
  transact(db, (tx) => jobs.planFirst(tx, { kind: SWEEP, key: 'all', dueAt: clock.now() }))

export const sweepHandler = (context: MediaContext): Handler<Tx> => ({
  prepare: async () => {
    await sweep(context, context.clock.now())
    return async () => context.clock.now() + EVERY
  },
})

export const sweep = async (context: MediaContext, now: Instant): Promise<void> => {
  const before = now - KEPT
  for (const id of await expired(context.db.read, before)) {
    // Asked again: it may have gone on, or been taken up, in the meantime.
    const names = await transact(context.db, async (tx) =>
      (await isExpired(tx, before, id)) ? deleteFile(tx, id) : [],
    )
    await removePieces(context, names)
  }
  await sweepStore(context, before)
}

/** Pieces that were stored and never named: the server ended in between. */
const sweepStore = async (context: MediaContext, before: Instant): Promise<void> => {
  let helping: string[] = []
  const remove = async (): Promise<void> => {
    if (helping.length > 0) await removePieces(context, await unknownOf(context.db.read, helping))
    helping = []
  }
  for await (const { name, changedAt } of context.files.list('media')) {
    if (changedAt < before) helping.push(name)
    if (helping.length === HELPING) await remove()
  }
  await remove()
}
