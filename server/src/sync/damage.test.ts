/** Stored bytes flip: what is still whole is served, the rest stays closed. Seeds that ever failed stay by number. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Compactor } from './compaction.ts'
import { openStored } from './load.ts'
import type { DocumentLog } from './log/document-log.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { openSqliteLog } from './log/sqlite-log.ts'
import { SqliteStore } from './log/sqlite-store.ts'
import { shrink } from './shrink.ts'
import { Dice } from './testing/dice.ts'
import { HandClock } from './testing/hand-clock.ts'
import { aDocument, World } from './testing/world.ts'

const seeds = 10
const another = '00000000-0000-4000-8000-000000000002'
const silent = { info: () => {}, warn: () => {}, error: () => {} }

const compactorOf = (log: Log): Compactor =>
  new Compactor({ log, clock: new HandClock(), logger: silent, shrink: async (entries) => shrink(entries) })

/** Twelve edits, with snapshots after four and eight of them. Answers the text. */
const fill = async (log: DocumentLog, documentId: string): Promise<string> => {
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

/** Flips a bit of a stored blob. */
const flip = (database: SQLite.Database, table: 'entry' | 'snapshot', seq: number, dice: Dice): void => {
  const where = `where document = 1 and seq = ${seq}`
  const bytes = database.prepare<[], Buffer>(`select bytes from ${table} ${where}`).pluck().get()
  if (bytes === undefined) throw new Error('There is nothing to damage.')
  const at = dice.upTo(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.upTo(8))
  database.prepare(`update ${table} set bytes = ? ${where}`).run(bytes)
}

/** What opening and compacting need of a log. */
type Log = Pick<DocumentLog, 'load' | 'compact'>

let folder: string
let texts: readonly string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rondo-damage-'))
  const log = await openSqliteLog(join(folder, 'whole'))
  texts = [await fill(log, aDocument), await fill(log, another)]
  await log.close()
})
afterAll(() => rm(folder, { recursive: true }))

/** Works on a damaged copy of a log with two documents. */
const withDamage = async (
  damage: (database: SQLite.Database) => void,
  work: (log: Log) => Promise<void>,
): Promise<void> => {
  const file = join(folder, 'damaged')
  await copyFile(join(folder, 'whole'), file)
  const database = new SQLite(file)
  damage(database)
  database.close()
  const store = new SqliteStore(file)
  await work({
    load: async (documentId, before) => store.load(documentId, before),
    compact: async (compaction) => store.compact(compaction),
  })
  store.close()
}

const textOf = async (log: Log, documentId: string): Promise<string | undefined> =>
  (await openStored(log, documentId))?.content.getText('body').toJSON()

describe('a damaged store', () => {
  it(`LIF-7 serves a document whose snapshots are damaged from what came before, and mends it (${seeds} seeds)`, async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const dice = new Dice(seed)
      const damage = (database: SQLite.Database): void => {
        flip(database, 'snapshot', 8, dice)
        if (dice.chance(0.5)) flip(database, 'snapshot', 4, dice)
      }
      await withDamage(damage, async (log) => {
        expect((await log.load(aDocument))?.intact, `seed ${seed}`).toBe(false)
        expect(await openStored(log, aDocument), `seed ${seed}`).toMatchObject({ fellBack: true })
        expect([await textOf(log, aDocument), await textOf(log, another)]).toEqual(texts)
        expect(await compactorOf(log).compact(aDocument)).toBe(12)
        const mended = { fellBack: false, stored: { seq: 12, tail: [] } }
        expect(await openStored(log, aDocument)).toMatchObject(mended)
        expect(await textOf(log, aDocument)).toBe(texts[0])
      })
    }
  })

  it(`LIF-7 keeps a document closed when an entry it needs is damaged, and serves the others (${seeds} seeds)`, async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const dice = new Dice(seed)
      await withDamage(
        (database) => flip(database, 'entry', 9 + dice.upTo(4), dice),
        async (log) => {
          await expect(openStored(log, aDocument), `seed ${seed}`).rejects.toThrow('whole')
          expect(await compactorOf(log).compact(aDocument)).toBeNull()
          expect(await textOf(log, another)).toBe(texts[1])
          expect((await log.load(aDocument))?.tail).toHaveLength(4)
        },
      )
    }
  })

  it('LIF-7 notices an entry that is missing', async () => {
    await withDamage(
      (database) => database.exec('delete from entry where document = 1 and seq = 10'),
      async (log) => expect(openStored(log, aDocument)).rejects.toThrow('whole'),
    )
  })

  it('LIF-7 would serve wrong words where nobody compares checksums, so that the rule can fail', async () => {
    const damage = (database: SQLite.Database): void => {
      const where = 'where document = 1 and seq = 12'
      const bytes = database.prepare<[], Buffer>(`select bytes from entry ${where}`).pluck().get()
      const at = bytes?.indexOf('112') ?? -1
      if (bytes === undefined || at < 0) throw new Error('There is nothing to damage.')
      bytes[at] = 0x39
      database.prepare(`update entry set bytes = ?, crc = null ${where}`).run(bytes)
    }
    await withDamage(damage, async (log) => expect(await textOf(log, aDocument)).not.toBe(texts[0]))
  })

  it('LIF-4 closes the sockets of a document with hostile bytes, under a checksum that is right, and no others', async () => {
    const log = createMemoryLog()
    const bombs = [
      [1, 255, 255, 255, 15, 1, 0],
      [1, 1, 1, 0, 200],
      [0, 255, 255, 255, 255, 15],
      [],
      [1, 1, 5, 0, 8, 1, 4, 98, 111, 100, 121, 255, 255, 255, 127],
    ]
    const ids = bombs.map((_, i) => `00000000-0000-4000-8000-0000000000f${i}`)
    for (const [i, bomb] of bombs.entries())
      await log.create(ids[i] ?? '', { update: Uint8Array.from(bomb), accountId: 'ada', newClients: [] }, 1)
    const text = await fill(log, aDocument)
    const world = new World({ log })
    const poisoned = ids.map((id) => world.join('write=ada', id))
    const healthy = world.join('write=ada')
    await world.quiet()
    for (const peer of poisoned) expect(peer.closes.map(({ code }) => code)).toEqual([closeCode.unavailable])
    expect(healthy.text).toBe(text)
  })
})
