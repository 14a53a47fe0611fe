/**
 * The file of the document log: how it is opened, and how an older one becomes a newer one.
 *
 * 1. WAL with `synchronous=FULL`: a commit that returned is on disk. Builds differ in what they fall
 *    back to in WAL mode, so FULL is set and then read back; anything else refuses to open.
 * 2. `secure_delete`: pages that are freed are overwritten with zeros.
 * 3. The schema has a number (`user_version`). Steps are only ever added, and all missing ones are one transaction.
 */
import Database from 'better-sqlite3'
import { sha256Of } from './checksum.ts'
import { isBroken } from './log-fault.ts'

const first = `
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
`

const checksumsAndRetention = `
  alter table document add column snapshot_seq integer not null default 0;
  update document set snapshot_seq =
    coalesce((select seq from snapshot where snapshot.document = document.key), 0);
  alter table entry add column crc integer;
  alter table snapshot rename to lone_snapshot;
  create table snapshot (
    document integer not null references document (key),
    seq integer not null,
    at integer not null,
    sha256 text not null,
    yjs_version text not null,
    bytes blob not null,
    primary key (document, seq)
  ) strict;
  insert into snapshot (document, seq, at, sha256, yjs_version, bytes)
    select document, seq, at, sha256(bytes), '', bytes from lone_snapshot;
  drop table lone_snapshot;
  create table erased_client (
    document integer not null references document (key),
    client_id integer not null,
    primary key (document, client_id)
  ) strict, without rowid;
  create table if not exists probe (bytes blob not null) strict;
`

/** `unclean` has a row while deleted bytes may still be in the file. */
const cleaning = `create table unclean (since integer primary key) strict;`

const steps = [first, checksumsAndRetention, cleaning]
const full = 2

const migrate = (db: Database.Database): void => {
  db.function('sha256', { deterministic: true }, (bytes: unknown) =>
    bytes instanceof Uint8Array ? sha256Of(bytes) : '',
  )
  db.transaction(() => {
    const done = Number(db.pragma('user_version', { simple: true }))
    if (done > steps.length)
      throw new Error('The document log was written by a newer Rondo. Start that version, or a newer one.')
    for (const step of steps.slice(done)) db.exec(step)
    db.pragma(`user_version = ${steps.length}`)
  }).immediate()
}

/** @throws when SQLite would not wait for the disk */
const makeDurable = (db: Database.Database): void => {
  db.pragma('journal_mode = wal')
  const waits = !isBroken('unsynced-database')
  db.pragma(`synchronous = ${waits ? 'full' : 'off'}`)
  db.pragma('foreign_keys = on')
  db.pragma('secure_delete = on')
  const journal = db.pragma('journal_mode', { simple: true })
  const synchronous = db.pragma('synchronous', { simple: true })
  if (journal === 'wal' && (!waits || synchronous === full)) return
  throw new Error(
    `The document log needs SQLite with journal_mode=wal and synchronous=full, but has ${String(journal)} and ${String(synchronous)}: an acknowledged edit could be lost.`,
  )
}

/** Opens the file and makes sure that SQLite waits for the disk. @throws when it would not, or the file is too new. */
export const openDatabase = (file: string): Database.Database => {
  const db = new Database(file)
  try {
    makeDurable(db)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
