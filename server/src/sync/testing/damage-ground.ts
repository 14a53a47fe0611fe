import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import * as Y from 'yjs'
import { Compactor } from '../compaction.ts'
import type { DocumentLog } from '../log/document-log.ts'
import { openSqliteLog } from '../log/sqlite-log.ts'
import { SqliteStore } from '../log/sqlite-store.ts'
import { shrink } from '../shrink.ts'
import { HandClock } from './hand-clock.ts'
import { aDocument } from './world.ts'

/** What opening and compacting need of a log. */
export type ReadableLog = Pick<DocumentLog, 'load' | 'compact'>

/** The document beside the damaged one. */
export const theOther = '00000000-0000-4000-8000-000000000002'

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** A compactor that works in this thread and says nothing. */
export const compactorOf = (log: ReadableLog): Compactor =>
  new Compactor({ log, clock: new HandClock(), logger: silent, shrink: async (entries) => shrink(entries) })

/** Twelve edits, with snapshots after four and eight of them. Answers the text. */
export const fill = async (log: DocumentLog, documentId: string): Promise<string> => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  await log.create(documentId, null, 1)
  for (let i = 1; i <= 12; i++) {
    doc.getText('body').insert(0, `${documentId.at(-1)}${i} `)
    const entry = { update: updates[i - 1] ?? new Uint8Array(), accountId: 'ada', newClients: [doc.clientID] }
    await log.append([{ documentId, generation: 1, entries: [entry], at: i }])
    if (i === 4 || i === 8) await compactorOf(log).compact(documentId)
  }
  return doc.getText('body').toJSON()
}

/** A log with two documents, of which any number of copies can be damaged. */
export class DamageGround {
  readonly texts: readonly string[]
  readonly #folder: string

  private constructor(folder: string, texts: readonly string[]) {
    this.#folder = folder
    this.texts = texts
  }

  static async make(): Promise<DamageGround> {
    const folder = await mkdtemp(join(tmpdir(), 'rondo-damage-'))
    const log = await openSqliteLog(join(folder, 'whole'))
    const texts = [await fill(log, aDocument), await fill(log, theOther)]
    await log.close()
    return new DamageGround(folder, texts)
  }

  /** Works on a damaged copy. */
  async damaged<T>(
    damage: (database: SQLite.Database) => void,
    work: (log: ReadableLog) => Promise<T>,
  ): Promise<T> {
    const file = join(this.#folder, 'damaged')
    await copyFile(join(this.#folder, 'whole'), file)
    const database = new SQLite(file)
    damage(database)
    database.close()
    const store = new SqliteStore(file)
    try {
      return await work({
        load: async (documentId, before) => store.load(documentId, before),
        compact: async (compaction) => store.compact(compaction),
      })
    } finally {
      store.close()
    }
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true })
  }
}
