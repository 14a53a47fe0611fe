import type Database from 'better-sqlite3'
import { crcOf, type StoredEntry } from './checksum.ts'
import type { Head, Snapshot, WrittenEntry } from './document-log.ts'

/** A row of `document`. */
export type DocumentRow = { readonly key: number; readonly seq: number; readonly generation: number }

const onDocuments = (db: Database.Database) => ({
  find: db.prepare<[string], DocumentRow>('select key, seq, generation from document where id = ?'),
  keys: db.prepare<[], number>('select key from document where snapshot_seq > 0').pluck(),
  add: db.prepare<[string, number]>(
    'insert into document (id, seq, generation, created_at) values (?, 0, 1, ?)',
  ),
  move: db.prepare<[number, number]>('update document set seq = ? where key = ?'),
  point: db.prepare<[number, number]>('update document set snapshot_seq = ? where key = ?'),
  renew: db.prepare<[number, number, number]>('update document set seq = ?, generation = ? where key = ?'),
  raise: db.prepare<[number]>('update document set generation = max(generation + 1, ?)'),
  heads: db.prepare<[], Head>('select id as documentId, seq from document'),
  uncompacted: db
    .prepare<[number], string>(
      `select id from document where seq > snapshot_seq and
         (select at from entry where document = document.key and entry.seq > snapshot_seq order by entry.seq limit 1) < ?`,
    )
    .pluck(),
})

const onEntries = (db: Database.Database) => {
  const append = db.prepare<[number, number, string, number, Uint8Array, number]>(
    'insert into entry (document, seq, account_id, at, bytes, crc) values (?, ?, ?, ?, ?, ?)',
  )
  return {
    append: {
      run: (key: number, seq: number, accountId: string, at: number, update: Uint8Array): void =>
        void append.run(key, seq, accountId, at, update, crcOf(update)),
    },
    entriesAfter: db.prepare<[number, number], StoredEntry>(
      'select seq, bytes as "update", crc from entry where document = ? and seq > ? order by seq',
    ),
    writtenAfter: db.prepare<[number, number], Omit<WrittenEntry, 'newClients'>>(
      'select seq, bytes as "update", account_id as accountId from entry where document = ? and seq > ? order by seq',
    ),
    dropEntries: db.prepare<[number, number]>('delete from entry where document = ? and seq <= ?'),
  }
}

const onSnapshots = (db: Database.Database) => ({
  /** The one in force unless an older one is asked for: numbers above the pointer are never used. */
  snapshot: db.prepare<[number, number], Snapshot>(
    `select seq, at, sha256, yjs_version as yjsVersion, bytes as state from snapshot
     where document = ? and seq < ? order by seq desc limit 1`,
  ),
  snapshots: db.prepare<[number], { seq: number; at: number }>(
    'select seq, at from snapshot where document = ?',
  ),
  putSnapshot: db.prepare<[number, number, number, string, string, Uint8Array]>(
    'insert or replace into snapshot (document, seq, at, sha256, yjs_version, bytes) values (?, ?, ?, ?, ?, ?)',
  ),
  dropSnapshot: db.prepare<[number, number]>('delete from snapshot where document = ? and seq = ?'),
  dropSnapshots: db.prepare<[number, number]>('delete from snapshot where document = ? and seq <= ?'),
})

const onClients = (db: Database.Database) => ({
  bind: db.prepare<[number, number, string]>(
    'insert into author (document, client_id, account_id) values (?, ?, ?) on conflict do nothing',
  ),
  authors: db.prepare<[number], { clientId: number; accountId: string }>(
    'select client_id as clientId, account_id as accountId from author where document = ?',
  ),
  erased: db.prepare<[number], number>('select client_id from erased_client where document = ?').pluck(),
  buryClients: db.prepare<[number]>(
    `insert into erased_client (document, client_id)
     select document, client_id from author where document = ? on conflict do nothing`,
  ),
  dropAuthors: db.prepare<[number]>('delete from author where document = ?'),
})

/** Every statement of the log, prepared. */
export const prepare = (db: Database.Database) => ({
  probe: db.prepare<[number]>('insert into probe (bytes) values (zeroblob(?))'),
  forgetProbe: db.prepare('delete from probe'),
  soil: db.prepare('insert into unclean (since) values (1) on conflict do nothing'),
  isUnclean: db.prepare<[], number>('select count(*) from unclean').pluck(),
  cleaned: db.prepare('delete from unclean'),
  ...onDocuments(db),
  ...onEntries(db),
  ...onSnapshots(db),
  ...onClients(db),
})
