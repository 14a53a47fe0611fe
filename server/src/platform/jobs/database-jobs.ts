import { afterCommit, type Db, type Tx, transact } from '../db/database.ts'
import type { JobStore } from './job-store.ts'
import type { Job } from './jobs.ts'

interface Options {
  /** Whether several servers share the database: then a job that another one is doing is passed over. */
  shared?: boolean
}

/** Keeps jobs in a table beside what they change. */
export const databaseJobs = (db: Db, { shared = false }: Options = {}): JobStore<Tx> => ({
  transact: (work) => transact(db, work),
  afterCommit,
  put: async (tx, job, move) => {
    const insert = tx.insertInto('job').values(fresh(job))
    if (!move) return void (await insert.onConflict((conflict) => conflict.doNothing()).execute())
    await insert.onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(fresh(job))).execute()
  },
  remove: async (tx, name) => {
    await tx.deleteFrom('job').where('kind', '=', name.kind).where('key', '=', name.key).execute()
  },
  ready: (kinds, now, limit) =>
    db.read
      .selectFrom('job')
      .select(['kind', 'key', 'dueAt', 'tries'])
      .where('readyAt', '<=', now)
      .where('kind', 'in', kinds)
      .orderBy('readyAt')
      .orderBy('kind')
      .orderBy('key')
      .limit(limit)
      .execute(),
  nextAt: async (kinds) => {
    const next = await db.read
      .selectFrom('job')
      .select('readyAt')
      .where('kind', 'in', kinds)
      .orderBy('readyAt')
      .executeTakeFirst()
    return next?.readyAt ?? null
  },
  claim: async (tx, job) => {
    const row = tx.selectFrom('job').select('key').where('kind', '=', job.kind).where('key', '=', job.key)
    const asSeen = row.where('dueAt', '=', job.dueAt)
    const claimed = shared ? asSeen.forUpdate().skipLocked() : asSeen
    return (await claimed.executeTakeFirst()) !== undefined
  },
  finish: async (tx, job, againAt) => {
    await tx.deleteFrom('job').where('kind', '=', job.kind).where('key', '=', job.key).execute()
    if (againAt !== null)
      await tx
        .insertInto('job')
        .values(fresh({ ...job, dueAt: againAt }))
        .execute()
  },
  postpone: (job, at) =>
    transact(db, async (tx) => {
      await tx
        .updateTable('job')
        .set((is) => ({ readyAt: at, tries: is('tries', '+', 1) }))
        .where('kind', '=', job.kind)
        .where('key', '=', job.key)
        .where('dueAt', '=', job.dueAt)
        .execute()
    }),
})

const fresh = ({ kind, key, dueAt }: Job) => ({ kind, key, dueAt, readyAt: dueAt, tries: 0 })
