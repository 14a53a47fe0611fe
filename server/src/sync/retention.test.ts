/** What was deleted is looked for where an attacker would: in every byte of every file of the log. */
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Compactor } from './compaction.ts'
import type { DocumentLog, Entry } from './log/document-log.ts'
import { openEmbeddedLog } from './log/embedded-log.ts'
import { type Shrink, shrink } from './shrink.ts'
import { Dice } from './testing/dice.ts'
import { HandClock } from './testing/hand-clock.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const inTurn: Shrink = async (entries) => shrink(entries)
const keepingDeleted: Shrink = async (entries) => shrink(entries, true)
const documents = Array.from(
  { length: 20 },
  (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
)

/** Entries in which somebody writes a secret and filling, some of it long, and takes the secret back. */
const story = (dice: Dice): Entry[] => {
  const doc = new Y.Doc({ gc: false })
  const entries: Entry[] = []
  doc.on('update', (update: Uint8Array) =>
    entries.push({ update, accountId: 'ada', newClients: entries.length === 0 ? [doc.clientID] : [] }),
  )
  const text = doc.getText('body')
  for (let i = 0; i < 12; i++) {
    text.insert(0, `canary ${'x'.repeat(dice.pick([1, 40, 900, 9_000]))}`)
    text.insert(0, 'y'.repeat(dice.pick([1, 300, 5_000])))
    text.delete(text.toJSON().indexOf('canary'), 6)
  }
  return entries
}

/** In how many places of all files of a folder the secret stands. */
const found = async (folder: string): Promise<number> => {
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')),
  )
  return files.reduce((sum, text) => sum + text.split('canary').length - 1, 0)
}

const aHouse = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-retention-'))
  folders.push(folder)
  const log = await openEmbeddedLog(folder)
  const dice = new Dice(1)
  for (const id of documents) await log.create(id, null, 1)
  const stories = documents.map(() => story(dice))
  for (let i = 0; stories.some((entries) => i < entries.length); i++) {
    const batch = documents.flatMap((documentId, which) => {
      const entry = stories[which]?.[i]
      return entry === undefined ? [] : [{ documentId, generation: 1, entries: [entry], at: 2 }]
    })
    await log.append(batch)
  }
  return { folder, log }
}

const compactAll = async (log: DocumentLog, how = inTurn): Promise<void> => {
  const clock = new HandClock()
  const compactor = new Compactor({ log, clock, logger: silent, shrink: how })
  for (const id of documents) expect(await compactor.compact(id)).toBe(36)
}

const later = new HandClock().now() + 1

describe('deleted text', () => {
  it('RET-5 is in no file of the log once it was compacted and its time is over', async () => {
    const { folder, log } = await aHouse()
    await compactAll(log)
    expect(await found(folder)).toBeGreaterThan(0)
    const copy = join(folder, 'careless')
    await copyFile(join(folder, 'documents.sqlite'), copy)
    await log.prune(later)
    await rm(copy)
    expect(await found(folder)).toBe(0)
    expect((await log.load(documents[3] ?? ''))?.intact).toBe(true)
    await log.close()
    expect(await found(folder)).toBe(0)
  })

  it('RET-5 stays when compaction keeps deleted text, so that the rule can fail', async () => {
    const { folder, log } = await aHouse()
    await compactAll(log, keepingDeleted)
    await log.prune(later)
    expect(await found(folder)).toBeGreaterThan(0)
    await log.close()
  })

  it('RET-5 stays in a file whose rows are deleted without overwriting, so that the rule can fail', async () => {
    const { folder, log } = await aHouse()
    await log.close()
    const database = new SQLite(join(folder, 'documents.sqlite'))
    database.pragma('secure_delete = off')
    database.exec('delete from entry')
    database.close()
    expect(await found(folder)).toBeGreaterThan(0)
  })

  it('GEN-10 is nowhere as soon as its document was erased, and other documents keep theirs', async () => {
    const { folder, log } = await aHouse()
    const before = await found(folder)
    for (const documentId of documents.slice(1)) {
      const stored = await log.load(documentId)
      const state = shrink(stored ?? { snapshot: null, tail: [] })
      if (state === null) throw new Error('Nothing pends here.')
      const erasure = { documentId, generation: 1, snapshot: { ...state, seq: 0, at: 3 }, authors: new Map() }
      expect(await log.erase(erasure)).toMatchObject({ generation: 2 })
    }
    expect(await found(folder)).toBeGreaterThan(0)
    expect(await found(folder)).toBeLessThan(before / 4)
    const last = documents[0] ?? ''
    const state = shrink((await log.load(last)) ?? { snapshot: null, tail: [] })
    if (state === null) throw new Error('Nothing pends here.')
    await log.erase({
      documentId: last,
      generation: 1,
      snapshot: { ...state, seq: 0, at: 3 },
      authors: new Map(),
    })
    expect(await found(folder)).toBe(0)
    await log.close()
  })
})
