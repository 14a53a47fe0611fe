import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { Dice } from '../testing/dice.ts'
import { sha256Of } from './checksum.ts'
import { documentLogContract } from './contract.ts'
import type { DocumentLog } from './document-log.ts'
import { newsContract } from './news-contract.ts'
import { openSqliteLog } from './sqlite-log.ts'
import { openDatabase } from './sqlite-schema.ts'
import { SqliteStore } from './sqlite-store.ts'

const folders: string[] = []
const freshFile = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-log-'))
  folders.push(folder)
  return join(folder, 'documents.sqlite')
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

/** A few bytes that name their document, or many. */
const noteOf = (id: string, dice: Dice) => ({
  update: Buffer.from(`<${id}>${'z'.repeat(dice.pick([3, 10, 60, 200, 1_500, 7_000]))}`),
  accountId: 'ada',
  newClients: [],
})

/** Everything in a database's folder. */
const bytesOf = async (file: string): Promise<string> => {
  const names = await readdir(dirname(file))
  const files = await Promise.all(names.map((name) => readFile(join(dirname(file), name), 'latin1')))
  return files.join('')
}

documentLogContract('A log in SQLite', async () => {
  const file = await freshFile()
  return { open: () => openSqliteLog(file), survives: true }
})

newsContract('A log in SQLite', async () => openSqliteLog(await freshFile()), { remembersBindings: false })

describe('the SQLite log', () => {
  it('LOG-6 waits for the disk at every commit', async () => {
    const db = openDatabase(await freshFile())
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })

  it('LOG-6 does not open where no WAL can be', () => {
    expect(() => openDatabase(':memory:')).toThrow('an acknowledged edit could be lost')
  })

  it('LOG-6 says why it cannot open', async () => {
    await expect(openSqliteLog('/no/such/folder/documents.sqlite')).rejects.toThrow('directory')
  })

  const ids = Array.from({ length: 25 }, (_, i) => `document ${i}.`)
  const clean = Buffer.from('clean')
  const nothing = { seq: 0, at: 1, state: clean, sha256: sha256Of(clean), yjsVersion: '' }
  const erasureOf = (documentId: string) => ({
    documentId,
    generation: 1,
    base: 0,
    snapshot: nothing,
    authors: new Map(),
  })
  /** Many documents whose entries share pages. */
  const fill = async (log: DocumentLog): Promise<void> => {
    const dice = new Dice(1)
    for (const id of ids) await log.create(id, null, 1)
    const everybody = () =>
      ids.map((id) => ({ documentId: id, generation: 1, base: 0, entries: [noteOf(id, dice)], at: 1 }))
    await log.append(Array.from({ length: 40 }, everybody).flat())
  }

  it('RET-6 leaves no copy of what it erases in pages that others share, whatever SQLite moved', async () => {
    const file = await freshFile()
    const log = await openSqliteLog(file)
    await fill(log)
    for (const documentId of ids.filter((_, i) => i % 3 === 0)) {
      await log.erase(erasureOf(documentId))
      expect(await bytesOf(file)).not.toContain(`<${documentId}>`)
    }
    await log.close()
  })

  it('RET-6 would leave some if the file were not written anew', async () => {
    const file = await freshFile()
    const log = await openSqliteLog(file)
    await fill(log)
    await log.close()
    const store = new SqliteStore(file)
    for (const id of ids) store.erase(erasureOf(id))
    const left = await bytesOf(file)
    expect(ids.filter((id) => left.includes(`<${id}>`))).not.toEqual([])
    store.close()
  })

  it('RET-7 is read while it writes its file anew, and written as soon as that is done', async () => {
    const log = await openSqliteLog(await freshFile())
    await fill(log)
    const order: string[] = []
    const note = (what: string) => (): void => void order.push(what)
    const [erased = '', other = ''] = ids
    const entries = [{ update: Uint8Array.of(1), accountId: 'ada', newClients: [] }]
    await Promise.all([
      log.erase(erasureOf(erased)).then(note('erased')),
      log.append([{ documentId: other, generation: 1, base: 0, entries, at: 2 }]).then(note('written')),
      log.load(other).then(note('read')),
    ])
    expect(order).toEqual(['read', 'erased', 'written'])
    expect((await log.load(other))?.seq).toBe(41)
    await log.close()
  })

  it('LOG-11 brings an older file up to date, and opens none of a newer Rondo', async () => {
    const file = await freshFile()
    const old = new SQLite(file)
    old.exec(`
      create table document (key integer primary key, id text not null unique, seq integer not null,
        generation integer not null, created_at integer not null) strict;
      create table entry (document integer not null, seq integer not null, account_id text not null,
        at integer not null, bytes blob not null, primary key (document, seq)) strict;
      create table snapshot (document integer primary key, seq integer not null, at integer not null,
        bytes blob not null) strict;
      create table author (document integer not null, client_id integer not null, account_id text not null,
        primary key (document, client_id)) strict, without rowid;
      insert into document values (1, 'page', 3, 1, 5);
      insert into snapshot values (1, 2, 6, x'0102');
      insert into entry values (1, 3, 'ada', 7, x'03');
      insert into author values (1, 9, 'ada');
    `)
    old.close()
    const store = new SqliteStore(file)
    expect(store.load('page', undefined)).toMatchObject({
      seq: 3,
      snapshot: { seq: 2, at: 6, sha256: sha256Of(Uint8Array.of(1, 2)) },
      authors: new Map([[9, 'ada']]),
      intact: true,
    })
    store.close()
    const newer = new SQLite(file)
    newer.pragma('user_version = 99')
    newer.close()
    expect(() => new SqliteStore(file)).toThrow('written by a newer Rondo')
  })
})
