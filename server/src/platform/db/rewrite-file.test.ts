import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rewriteFile } from './rewrite-file.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-rewrite-'))
  file = join(folder, 'some.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A file from which half of what it held was deleted. */
const halfDeleted = (): SQLite.Database => {
  const db = new SQLite(file)
  db.pragma('journal_mode = wal')
  db.exec('create table note (id integer primary key, text blob)')
  const add = db.prepare('insert into note (text) values (?)')
  db.transaction(() => {
    for (let i = 0; i < 2_000; i++) add.run(Buffer.alloc(2_000, i % 2 === 0 ? 'stays' : 'goes'))
  })()
  db.exec('delete from note where id % 2 = 0')
  return db
}
const onDisk = (): string => [file, `${file}-wal`].map((path) => readFileSync(path, 'latin1')).join('')

it('leaves nothing of what was deleted, and the event loop turns meanwhile', async () => {
  const db = halfDeleted()
  expect(onDisk()).toContain('goes')
  let turns = 0
  let isDone = false
  const turn = (): void => {
    turns += 1
    if (!isDone) setImmediate(turn)
  }
  turn()
  await rewriteFile(file)
  isDone = true
  expect(turns).toBeGreaterThan(10)
  expect(onDisk()).not.toContain('goes')
  expect(db.prepare('select count(*) from note').pluck().get()).toBe(1_000)
  db.close()
})

it('says so when somebody reads for so long that copies stay in the WAL', { timeout: 30_000 }, async () => {
  const db = halfDeleted()
  const reader = new SQLite(file)
  reader.exec('begin')
  reader.prepare('select count(*) from note').get()
  await expect(rewriteFile(file)).rejects.toThrow('is being read')
  reader.exec('commit')
  await rewriteFile(file)
  expect(onDisk()).not.toContain('goes')
  for (const one of [reader, db]) one.close()
})

it('says what SQLite says', async () => {
  await expect(rewriteFile(join(folder, 'nothing.sqlite'))).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' })
})
