import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { JobStore } from './job-store.ts'
import type { Job } from './jobs.ts'

interface Row extends Job {
  readonly readyAt: Instant
  readonly tries: number
}

/** A transaction over what is kept in memory: it works on copies, which take the place of the originals when it commits. */
export interface MemoryTx {
  readonly jobs: Map<string, Row>
  /** What a test writes beside the jobs. */
  readonly written: string[]
  readonly after: Set<() => void>
}

/** Jobs in memory, for tests: they outlive an engine, not the process. */
export const memoryJobs = (): JobStore<MemoryTx> & { written(): readonly string[] } => {
  let kept: Pick<MemoryTx, 'jobs' | 'written'> = { jobs: new Map(), written: [] }
  let last: Promise<unknown> = Promise.resolve()

  const commit = async <T>(work: (tx: MemoryTx) => Promise<T>): Promise<T> => {
    const tx = { jobs: new Map(kept.jobs), written: [...kept.written], after: new Set<() => void>() }
    const value = await work(tx)
    kept = tx
    for (const hook of tx.after) hook()
    return value
  }
  const transact = <T>(work: (tx: MemoryTx) => Promise<T>): Promise<T> => {
    const turn = last.then(() => commit(work))
    last = turn.catch(() => undefined)
    return turn
  }
  const open = (kinds: readonly string[]) =>
    [...kept.jobs.values()]
      .filter((row) => kinds.includes(row.kind))
      .toSorted((a, b) => a.readyAt - b.readyAt || (nameOf(a) < nameOf(b) ? -1 : 1))

  return {
    transact,
    written: () => kept.written,
    afterCommit: (tx, hook) => void tx.after.add(hook),
    put: async ({ jobs }, job, move) => {
      if (move || !jobs.has(nameOf(job))) jobs.set(nameOf(job), fresh(job))
    },
    remove: async ({ jobs }, name) => void jobs.delete(nameOf(name)),
    ready: async (kinds, now, limit) =>
      open(kinds)
        .filter(({ readyAt }) => readyAt <= now)
        .slice(0, limit),
    nextAt: async (kinds) => open(kinds)[0]?.readyAt ?? null,
    claim: async ({ jobs }, job) => jobs.get(nameOf(job))?.dueAt === job.dueAt,
    finish: async ({ jobs }, job, againAt) => {
      if (againAt === null) jobs.delete(nameOf(job))
      else jobs.set(nameOf(job), fresh({ ...job, dueAt: againAt }))
    },
    postpone: (job, at) =>
      transact(async ({ jobs }) => {
        const found = jobs.get(nameOf(job))
        if (found?.dueAt === job.dueAt)
          jobs.set(nameOf(job), { ...found, readyAt: at, tries: found.tries + 1 })
      }),
  }
}

const nameOf = ({ kind, key }: Pick<Job, 'kind' | 'key'>): string => `${kind} ${key}`

const fresh = ({ kind, key, dueAt }: Job): Row => ({
  kind,
  key,
  dueAt,
  readyAt: dueAt,
  tries: 0,
})
