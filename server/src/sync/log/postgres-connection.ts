/**
 * The connections of the document log to Postgres.
 *
 * 1. A commit that returned is on disk: with `fsync=off` the log does not open. `synchronous_commit=off` is said aloud.
 * 2. Nothing waits for ever: neither for a connection, nor for an answer, nor for a lock of a server that hangs.
 */
import pg from 'pg'
import { StorageRefuses, type StorageTrouble } from './storage-refuses.ts'

/** Structured warnings; pino fits. */
export type PostgresLogger = { warn(fields: object, message: string): void }

const bigint = 20
/** How long Postgres may take to say that it does something, and to have it done. */
const patienceMs = 10_000

const troubles: Readonly<Record<string, StorageTrouble>> = { '53100': 'full', '25006': 'read-only' }

const refusalOf = (error: unknown): unknown => {
  const code = error instanceof pg.DatabaseError ? error.code : undefined
  const trouble = code === undefined ? undefined : troubles[code]
  return trouble === undefined ? error : new StorageRefuses(trouble, { cause: error })
}

/** Looks whether Postgres waits for the disk. @throws when it does not. */
export const checkDurability = (
  settings: { readonly fsync: string; readonly synchronousCommit: string },
  logger: PostgresLogger,
): void => {
  if (settings.fsync !== 'on')
    throw new Error(
      'The document log needs Postgres with fsync=on, but it is off: an acknowledged edit could be lost.',
    )
  if (settings.synchronousCommit === 'off')
    logger.warn(
      settings,
      'Postgres runs with synchronous_commit=off: edits of the last moments can be lost when its machine stops.',
    )
}

/** Some connections to one database. */
export class Postgres {
  readonly #pool: pg.Pool
  readonly #underWay = new Set<Promise<unknown>>()
  #closing: Promise<void> | null = null

  constructor(url: string, logger: PostgresLogger, ms = patienceMs) {
    const types = new pg.TypeOverrides()
    types.setTypeParser(bigint, Number)
    this.#pool = new pg.Pool({
      connectionString: url,
      types,
      max: 10,
      keepAlive: true,
      connectionTimeoutMillis: ms / 2,
      statement_timeout: ms,
      idle_in_transaction_session_timeout: ms,
      query_timeout: 1.5 * ms,
    })
    this.#pool.on('error', (error) => logger.warn({ err: error }, 'A connection to Postgres was lost.'))
  }

  /** @throws when Postgres would not wait for the disk. */
  async check(logger: PostgresLogger): Promise<void> {
    const [settings] = await this.rows<{ fsync: string; synchronousCommit: string }>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as "synchronousCommit"`,
    )
    checkDurability(settings ?? { fsync: 'unknown', synchronousCommit: 'unknown' }, logger)
  }

  /** One statement on its own. */
  rows<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#lastingUntilClosed(async () => (await this.#pool.query<Row>(sql, [...values])).rows)
  }

  /** All or nothing. A connection on which something failed is not used again: what it is waiting for is unknown. */
  atomic<T>(work: (client: pg.ClientBase) => Promise<T>, how = ''): Promise<T> {
    return this.#lastingUntilClosed(async () => {
      const client = await this.#pool.connect()
      try {
        await client.query(`begin ${how}`)
        const value = await work(client)
        await client.query('commit')
        client.release()
        return value
      } catch (error) {
        client.release(true)
        throw error
      }
    })
  }

  /** A view of one moment. */
  moment<T>(look: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    return this.atomic(look, 'isolation level repeatable read read only')
  }

  /** Takes nothing more, and waits for what is under way: a pool that ends leaves it waiting. */
  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#underWay).then(() => this.#pool.end())
    return this.#closing
  }

  async #lastingUntilClosed<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== null) throw new Error('The document log is closed.')
    const done = work()
    this.#underWay.add(done)
    try {
      return await done
    } catch (error) {
      throw refusalOf(error)
    } finally {
      this.#underWay.delete(done)
    }
  }
}
