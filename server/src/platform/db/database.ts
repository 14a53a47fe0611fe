import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** What a query may do: look. A transaction is a reader too, and sees what it has written. */
export type Reader = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'
>

/** A transaction. Whatever writes asks for one, so a write outside of it does not compile. */
export type Tx = Transaction<Database>

/**
 * The database. `read` answers from the last commit and never waits for a writer; writing goes through {@link transact}.
 * Inside a transaction ask the transaction, for `read` does not see its changes.
 */
export interface Db {
  readonly read: Reader
  readonly writer: Kysely<Database>
  /** Lends the writer for transactions that need not be on the disk when they are answered; a later one brings them there. */
  soon<T>(run: (writer: Kysely<Database>) => Promise<T>): Promise<T>
  /** Leaves nothing in the files of what was deleted. It takes as long as copying them, and nothing is written meanwhile. */
  forget(): Promise<void>
  close(): Promise<void>
}

const hooks = new WeakMap<Tx, Set<() => void>>()
const open = new AsyncLocalStorage<true>()

/**
 * Runs `work` in one transaction and waits for its commit. Transactions of one process run one after another.
 * When `work` throws or answers with a refusal, nothing it did remains.
 */
export const transact = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  commit((run) => run(db.writer), work)

/**
 * The same for what can be derived again, such as a view of a document: the commit does not wait for the disk. It
 * survives the end of the process; when the machine loses power, what is lost is derived anew.
 */
export const transactDerived = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  commit((run) => db.soon(run), work)

type Lend = <T>(run: (writer: Kysely<Database>) => Promise<T>) => Promise<T>

const commit = async <T>(lend: Lend, work: (tx: Tx) => Promise<T>): Promise<T> => {
  if (open.getStore())
    throw new Error('A transaction was opened inside another one, which would wait for ever')
  const after = new Set<() => void>()
  const inside = (tx: Tx): Promise<T> =>
    open.run(true, async () => {
      hooks.set(tx, after)
      const done = await work(tx)
      if (isRefusal(done)) throw new Refused(done)
      return done
    })
  const value = await lend((writer) => writer.transaction().execute(inside)).catch((error: unknown) => {
    if (error instanceof Refused) return error.value as T
    throw error
  })
  if (!isRefusal(value)) for (const hook of after) hook()
  return value
}

/** Calls `hook` once the transaction is committed, once however often it was given; never when it is rolled back. */
export const afterCommit = (tx: Tx, hook: () => void): void => {
  hooks.get(tx)?.add(hook)
}

/** Carries a refusal out of a transaction, so that it is rolled back. */
class Refused extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('refused')
    this.value = value
  }
}

const isRefusal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'refusal' in value
