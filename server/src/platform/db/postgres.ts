import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Db } from './database.ts'
import type { Database } from './schema.ts'

/** Tables that only Postgres needs. */
export type PostgresOnly = {
  /** One row: the number of the last fact. Who writes facts holds it until the commit. */
  journalHead: { seq: number }
}

const BIGINT = 20
const PATIENCE = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  query_timeout: 15_000,
  idle_in_transaction_session_timeout: 10_000,
}

/** Any number that nothing else in this database locks by. */
const MIGRATING = 7_226_002

/**
 * Opens Postgres in the place of the embedded database. Of its tables only the journal and the jobs are there so far: the
 * features keep theirs in SQLite.
 */
export const openPostgres = async (options: { url: string }): Promise<Db> => {
  const types = new pg.TypeOverrides()
  types.setTypeParser(BIGINT, Number)
  const pool = new pg.Pool({ connectionString: options.url, types, keepAlive: true, ...PATIENCE })
  // A connection that is lost while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  })
  try {
    await makeTables(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    read: db,
    writer: db,
    soon: (run) => run(db),
    forget: async () => {},
    close: () => db.destroy(),
  }
}

const makeTables = (db: Kysely<Database>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATING})`.execute(tx)
    await tx.schema
      .createTable('journal')
      .ifNotExists()
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('by', 'text')
      .execute()
    await tx.schema
      .createTable('journalHead')
      .ifNotExists()
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .execute()
    await tx.schema
      .createTable('job')
      .ifNotExists()
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('dueAt', 'bigint', (column) => column.notNull())
      .addColumn('readyAt', 'bigint', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('jobKey', ['kind', 'key'])
      .execute()
    const heads = tx.withTables<PostgresOnly>()
    const head = await heads.selectFrom('journalHead').select('seq').executeTakeFirst()
    if (head === undefined) await heads.insertInto('journalHead').values({ seq: 0 }).execute()
  })
