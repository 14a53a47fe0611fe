/**
 * The document log in one SQLite file. Synchronous: it runs inside a worker (sqlite-worker.ts), where waiting for the
 * disk stops nobody.
 *
 * 1. WAL with `synchronous=FULL`: a commit that returned is on disk. Builds differ in what they fall
 *    back to in WAL mode, so FULL is set and then read back; anything else refuses to open.
 * 2. A batch is one transaction: all of it or nothing.
 * 3. `seq` counts a document's entries without a hole; it moves in the same transaction.
 * 4. A snapshot and the removal of the entries it replaces are one transaction.
 */
import Database from 'better-sqlite3'
import type { Append, Entry, Head, Snapshot, StoredDocument } from './document-log.ts'

const schema = `
  create table if not exists document (
    key integer primary key,
    id text not null unique,
    seq integer not null,
    generation integer not null,
    created_at integer not null
  ) strict;
  create table if not exists entry (
    document integer not null references document (key),
    seq integer not null,
    account_id text not null,
    at integer not null,
    bytes blob not null,
    primary key (document, seq)
  ) strict;
  create table if not exists snapshot (
    document integer primary key references document (key),
    seq integer not null,
    at integer not null,
    bytes blob not null
  ) strict;
  create table if not exists author (
    document integer not null references document (key),
    client_id integer not null,
    account_id text not null,
    primary key (document, client_id)
  ) strict, without rowid;
  create table if not exists probe (bytes blob not null) strict;
`

const full = 2
const probeBytes = 65_536

/** Opens the file and makes sure that SQLite waits for the disk. @throws when it would not. */
export const openDatabase = (file: string): Database.Database => {
  const db = new Database(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.pragma('foreign_keys = on')
  const journal = db.pragma('journal_mode', { simple: true })
  const synchronous = db.pragma('synchronous', { simple: true })
  if (journal !== 'wal' || synchronous !== full) {
    throw new Error(
      `The document log needs SQLite with journal_mode=wal and synchronous=full, but has ${String(journal)} and ${String(synchronous)}: an acknowledged edit could be lost.`,
    )
  }
  db.exec(schema)
  return db
}

type DocumentRow = { readonly key: number; readonly seq: number; readonly generation: number }

const prepare = (db: Database.Database) => ({
  find: db.prepare<[string], DocumentRow>('select key, seq, generation from document where id = ?'),
  add: db.prepare<[string, number]>(
    'insert into document (id, seq, generation, created_at) values (?, 0, 1, ?)',
  ),
  move: db.prepare<[number, number]>('update document set seq = ? where key = ?'),
  append: db.prepare<[number, number, string, number, Uint8Array]>(
    'insert into entry (document, seq, account_id, at, bytes) values (?, ?, ?, ?, ?)',
  ),
  bind: db.prepare<[number, number, string]>(
    'insert into author (document, client_id, account_id) values (?, ?, ?) on conflict do nothing',
  ),
  snapshot: db.prepare<[number], { seq: number; bytes: Uint8Array }>(
    'select seq, bytes from snapshot where document = ?',
  ),
  tail: db
    .prepare<[number, number], Uint8Array>(
      'select bytes from entry where document = ? and seq > ? order by seq',
    )
    .pluck(),
  authors: db.prepare<[number], { clientId: number; accountId: string }>(
    'select client_id as clientId, account_id as accountId from author where document = ?',
  ),
  probe: db.prepare<[number]>('insert into probe (bytes) values (zeroblob(?))'),
  forgetProbe: db.prepare('delete from probe'),
  heads: db.prepare<[], Head>('select id as documentId, seq from document'),
  putSnapshot: db.prepare<[number, number, number, Uint8Array]>(
    `insert into snapshot (document, seq, at, bytes) values (?, ?, ?, ?)
     on conflict do update set seq = excluded.seq, at = excluded.at, bytes = excluded.bytes`,
  ),
  dropEntries: db.prepare<[number, number]>('delete from entry where document = ? and seq <= ?'),
})

/** The log's operations on an open file. */
export class SqliteStore {
  readonly #db: Database.Database
  readonly #sql: ReturnType<typeof prepare>

  constructor(file: string) {
    this.#db = openDatabase(file)
    this.#sql = prepare(this.#db)
  }

  create(documentId: string, initial: Entry | null, at: number): boolean {
    return this.#atomic(() => {
      if (this.#sql.find.get(documentId) !== undefined) return false
      this.#sql.add.run(documentId, at)
      if (initial !== null) this.#append({ documentId, entries: [initial], at })
      return true
    })
  }

  exists(documentId: string): boolean {
    return this.#sql.find.get(documentId) !== undefined
  }

  load(documentId: string): StoredDocument | null {
    return this.#db.transaction(() => {
      const row = this.#sql.find.get(documentId)
      if (row === undefined) return null
      const snapshot = this.#sql.snapshot.get(row.key)
      return {
        seq: row.seq,
        generation: row.generation,
        snapshot: snapshot?.bytes ?? null,
        tail: this.#sql.tail.all(row.key, snapshot?.seq ?? 0),
        authors: this.#authorsOf(row.key),
      }
    })()
  }

  append(batch: readonly Append[]): Head[] {
    return this.#atomic(() => batch.map((append) => this.#append(append)))
  }

  compact({ documentId, seq, at, state }: Snapshot): void {
    this.#atomic(() => {
      const { key } = this.#known(documentId)
      this.#sql.putSnapshot.run(key, seq, at, state)
      this.#sql.dropEntries.run(key, seq)
    })
  }

  /** Writes a little more than a commit of keystrokes needs, so that what it found stays true for a while. */
  probe(): void {
    this.#atomic(() => this.#sql.probe.run(probeBytes))
    this.#atomic(() => this.#sql.forgetProbe.run())
  }

  authors(documentId: string): Map<number, string> {
    const row = this.#sql.find.get(documentId)
    return row === undefined ? new Map() : this.#authorsOf(row.key)
  }

  heads(): Head[] {
    return this.#sql.heads.all()
  }

  close(): void {
    this.#db.close()
  }

  #append({ documentId, entries, at }: Append): Head {
    const row = this.#known(documentId)
    let { seq } = row
    for (const entry of entries) {
      seq += 1
      this.#sql.append.run(row.key, seq, entry.accountId, at, entry.update)
      for (const client of entry.newClients) this.#sql.bind.run(row.key, client, entry.accountId)
    }
    this.#sql.move.run(seq, row.key)
    return { documentId, seq }
  }

  #known(documentId: string): DocumentRow {
    const row = this.#sql.find.get(documentId)
    if (row === undefined) throw new Error('No such document in the log.')
    return row
  }

  #authorsOf(key: number): Map<number, string> {
    return new Map(this.#sql.authors.all(key).map(({ clientId, accountId }) => [clientId, accountId]))
  }

  #atomic<T>(work: () => T): T {
    return this.#db.transaction(work).immediate()
  }
}
