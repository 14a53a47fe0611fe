import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import type { Database } from './schema.ts'
import { openDatabase } from './sqlite.ts'

let folder: string
let db: Kysely<Database>
const backups: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-migrate-'))
  db = new Kysely<Database>({
    dialect: new SqliteDialect({ database: new SQLite(join(folder, 'a.sqlite')) }),
  })
  backups.length = 0
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const makes = (name: string): Migration => ({
  name,
  up: async ({ schema }) => schema.createTable(name).addColumn('id', 'integer').execute(),
})
const run = (migrations: Migration[]) => migrate(db, { migrations, backup: (before) => backups.push(before) })
const tables = async () => (await db.introspection.getTables()).map(({ name }) => name).toSorted()

test('Each migration runs once, in order; a backup is made only when there is something to lose.', async () => {
  await run([makes('a')])
  expect(backups).toEqual([])
  await run([makes('a'), makes('b'), makes('c')])
  expect(backups).toEqual(['b'])
  await run([makes('a'), makes('b'), makes('c')])
  expect(backups).toEqual(['b'])
  expect(await tables()).toEqual(['a', 'b', 'c', 'migration'])
})

test('A migration that fails leaves nothing of itself, and those before it stay.', async () => {
  const broken: Migration = {
    name: 'b',
    up: async (tx) => {
      await makes('b').up(tx)
      throw new Error('broken')
    },
  }
  await expect(run([makes('a'), broken])).rejects.toThrow('broken')
  expect(await tables()).toEqual(['a', 'migration'])
})

test('A database of a newer version is refused by name and left alone.', async () => {
  await run([makes('a'), makes('b')])
  await expect(run([makes('a')])).rejects.toThrow(/newer version of Rondo \(it knows b\)/)
})

test('The backup before an upgrade is a database of its own.', async () => {
  const file = join(folder, 'rondo.sqlite')
  await (await openDatabase({ file })).close()
  const raw = new SQLite(file)
  raw.exec(`delete from migration where name = (select max(name) from migration)`)
  raw.close()
  await expect(openDatabase({ file })).rejects.toThrow(/duplicate column name/)
  const [copy] = readdirSync(folder).filter((name) => name.includes('.before-'))
  const restored = new Kysely<Database>({
    dialect: new SqliteDialect({ database: new SQLite(join(folder, copy ?? '')) }),
  })
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(restored)
  expect(rows.length).toBeGreaterThan(0)
  await restored.destroy()
})
