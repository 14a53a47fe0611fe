/**
 * The document log in one SQLite file. Synchronous: it runs inside a worker (sqlite-worker.ts), where waiting for the
 * disk stops nobody.
 *
 * 1. A batch is one transaction: all of it or nothing.
 * 2. `seq` counts a document's entries without a hole; it moves in the same transaction.
 * 3. `snapshot_seq` points at the snapshot in force. Every retained snapshot has all entries after it: whatever is
 *    pruned ends at a snapshot that stays.
 * 4. What is deleted leaves no bytes: freed pages are overwritten, and the file says that it has to be written anew.
 */
import type Database from 'better-sqlite3'
import { failpoint } from '../failpoint.ts'
import { isIntact } from './checksum.ts'
import type {
  Append,
  Compaction,
  Entry,
  Erased,
  Erasure,
  Head,
  News,
  Snapshot,
  StoredDocument,
} from './document-log.ts'
import { prunableUpTo, supersededForGood } from './retention.ts'
import { openDatabase } from './sqlite-schema.ts'
import { type DocumentRow, prepare } from './sqlite-statements.ts'

const probeBytes = 65_536

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
      if (initial !== null) this.#append({ documentId, generation: 1, entries: [initial], at })
      return true
    })
  }

  exists(documentId: string): boolean {
    return this.#sql.find.get(documentId) !== undefined
  }

  load(documentId: string, before: number | undefined): StoredDocument | null {
    return this.#db.transaction(() => {
      const row = this.#sql.find.get(documentId)
      if (row === undefined) return null
      const snapshot = this.#sql.snapshot.get(row.key, before ?? Number.MAX_SAFE_INTEGER) ?? null
      const entries = this.#sql.entriesAfter.all(row.key, snapshot?.seq ?? 0)
      return {
        seq: row.seq,
        generation: row.generation,
        snapshot,
        tail: entries.map(({ update }) => update),
        authors: this.#authorsOf(row.key),
        erased: new Set(this.#sql.erased.all(row.key)),
        intact: isIntact(row.seq, snapshot, entries),
      }
    })()
  }

  since(documentId: string, after: number): News | null {
    return this.#db.transaction(() => {
      const row = this.#sql.find.get(documentId)
      if (row === undefined) return null
      const { key, seq, generation } = row
      const entries = this.#sql.writtenAfter.all(key, after)
      const isWhole = seq <= after || after + entries.length === seq
      const all = entries.map((entry) => ({ ...entry, newClients: [] }))
      return { seq, generation, entries: isWhole ? all : null }
    })()
  }

  append(batch: readonly Append[]): (Head | null)[] {
    return this.#atomic(() => {
      const heads = batch.map((append) => this.#append(append))
      failpoint('transfer-inserted')
      return heads
    })
  }

  compact({ documentId, generation, snapshot }: Compaction): boolean {
    const isDone = this.#atomic(() => {
      const row = this.#known(documentId)
      if (row.generation !== generation) return false
      this.#putSnapshot(row.key, snapshot)
      for (const seq of supersededForGood(this.#sql.snapshots.all(row.key), snapshot.seq))
        if (this.#sql.dropSnapshot.run(row.key, seq).changes > 0) this.#sql.soil.run()
      return true
    })
    failpoint('compacted')
    return isDone
  }

  prune(before: number): void {
    for (const key of this.#sql.keys.all()) this.#pruneOne(key, before)
    failpoint('pruned')
  }

  uncompacted(before: number): string[] {
    return this.#sql.uncompacted.all(before)
  }

  erase({ documentId, generation, snapshot, authors }: Erasure): Erased | null {
    return this.#atomic(() => {
      const row = this.#known(documentId)
      if (row.generation !== generation) return null
      const seq = row.seq + 1
      this.#sql.soil.run()
      this.#sql.buryClients.run(row.key)
      for (const drop of [this.#sql.dropEntries, this.#sql.dropSnapshots]) drop.run(row.key, seq)
      this.#sql.dropAuthors.run(row.key)
      this.#putSnapshot(row.key, { ...snapshot, seq })
      for (const [client, accountId] of authors) this.#sql.bind.run(row.key, client, accountId)
      this.#sql.renew.run(seq, generation + 1, row.key)
      return { seq, generation: generation + 1 }
    })
  }

  raiseGenerations(at: number): void {
    this.#sql.raise.run(Math.floor(at / 1000))
  }

  /** Whether the file may hold what was deleted, until it is written anew. */
  isUnclean(): boolean {
    return this.#sql.isUnclean.get() !== 0
  }

  cleaned(): void {
    this.#sql.cleaned.run()
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

  #append({ documentId, generation, entries, at }: Append): Head | null {
    const row = this.#known(documentId)
    if (row.generation !== generation) return null
    let { seq } = row
    for (const { update, accountId, newClients } of entries) {
      seq += 1
      this.#sql.append.run(row.key, seq, accountId, at, update)
      for (const client of newClients) this.#sql.bind.run(row.key, client, accountId)
    }
    this.#sql.move.run(seq, row.key)
    return { documentId, seq }
  }

  #putSnapshot(key: number, { seq, at, sha256, yjsVersion, state }: Snapshot): void {
    this.#sql.putSnapshot.run(key, seq, at, sha256, yjsVersion, state)
    failpoint('snapshot-inserted')
    this.#sql.point.run(seq, key)
    failpoint('pointer-moved')
  }

  #pruneOne(key: number, before: number): void {
    const upTo = prunableUpTo(this.#sql.snapshots.all(key), before)
    if (upTo === 0) return
    this.#atomic(() => {
      const entries = this.#sql.dropEntries.run(key, upTo).changes
      failpoint('rows-deleted')
      const snapshots = this.#sql.dropSnapshots.run(key, upTo - 1).changes
      if (entries + snapshots > 0) this.#sql.soil.run()
    })
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
