import SQLite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import type { Db } from './database.ts'
import { migrate } from './migrate.ts'
import { rememberStatements } from './remember-statements.ts'
import { rewriteFile } from './rewrite-file.ts'
import type { Database } from './schema.ts'

const FULL = 2

/**
 * Opens the embedded database, brings it to this program's form and answers two ways into it: one connection that
 * writes and one that only reads. A commit is on the disk before it is answered (WAL with synchronous=FULL).
 */
export const openDatabase = async (options: { file: string }): Promise<Db> => {
  const writing = connect(options.file)
  const writer = kysely(writing)
  try {
    await migrate(writer, { backup: (name) => backUp(writing, `${options.file}.before-${name}`) })
  } catch (error) {
    await writer.destroy()
    throw error
  }
  const reading = connect(options.file)
  reading.pragma('query_only = ON')
  const reader = kysely(reading)
  return {
    read: reader,
    writer,
    // In WAL mode NORMAL leaves the syncing to the next commit with FULL, or to a checkpoint. The connection is ours alone
    // until the borrower is done, so no other transaction runs under it.
    soon: (run) =>
      writer.connection().execute(async (connection) => {
        writing.pragma('synchronous = NORMAL')
        try {
          return await run(connection)
        } finally {
          writing.pragma('synchronous = FULL')
        }
      }),
    // The writer is held, so whoever wants to write waits without stopping anybody else.
    forget: () => writer.connection().execute(() => rewriteFile(options.file)),
    close: async () => {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

const kysely = (database: SQLite.Database) =>
  new Kysely<Database>({
    dialect: new SqliteDialect({ database: rememberStatements(database) }),
    plugins: [new CamelCasePlugin()],
  })

const connect = (file: string): SQLite.Database => {
  const connection = new SQLite(file)
  connection.pragma('busy_timeout = 5000')
  const mode = connection.pragma('journal_mode = WAL', { simple: true })
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('secure_delete = ON')
  const synchronous = connection.pragma('synchronous', { simple: true })
  if (mode === 'wal' && synchronous === FULL) return connection
  connection.close()
  throw new Error(
    `The database ${file} cannot promise that what is saved stays saved (journal_mode is ${String(mode)}, synchronous is ${String(synchronous)}); choose a DATA_DIR on a local disk.`,
  )
}

/** A consistent copy beside the original; an older copy of the same name is kept. */
const backUp = (connection: SQLite.Database, file: string): void => {
  connection.prepare('VACUUM INTO ?').run(`${file}-${Date.now()}.sqlite`)
}
