import { type Kysely, sql } from 'kysely'
import { migrations as all } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import type { Database } from './schema.ts'

/**
 * Runs the migrations that the database has not seen, each in a transaction of its own, after one backup if there was
 * anything to lose. A database that knows migrations which this program does not is refused: it belongs to a newer one.
 */
export const migrate = async (
  db: Kysely<Database>,
  options: { backup: (before: string) => void; migrations?: readonly Migration[] },
): Promise<void> => {
  const known = options.migrations ?? all
  await sql`create table if not exists migration (name text primary key, applied_at integer not null)`.execute(
    db,
  )
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(db)
  const applied = new Set(rows.map(({ name }) => name))
  const unknown = [...applied].filter((name) => !known.some((migration) => migration.name === name))
  if (unknown.length > 0)
    throw new Error(
      `The database was last used by a newer version of Rondo (it knows ${unknown.join(', ')}); start that version, or restore the backup made before the upgrade.`,
    )
  const pending = known.filter(({ name }) => !applied.has(name))
  const [first] = pending
  if (first !== undefined && applied.size > 0) options.backup(first.name)
  for (const migration of pending) await run(db, migration)
}

const run = (db: Kysely<Database>, migration: Migration): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await migration.up(tx)
    await sql`insert into migration (name, applied_at) values (${migration.name}, ${Date.now()})`.execute(tx)
  })
