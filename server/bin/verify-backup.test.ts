import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openEmbeddedLog } from '../src/sync/index.ts'
import { changedFiles, filesOf, writeManifest } from './manifest.ts'

let folder: string
let backup: string

const run = (script: string, ...args: string[]) => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { PATH = '' } = process.env
  const env = { PATH, DATA_DIR: join(folder, 'data') }
  return spawnSync(process.execPath, [path, ...args], { env, encoding: 'utf8' })
}

/** A log with two documents, backed up while it is open and the last edit is not in its database yet. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-verify-test-'))
  backup = join(folder, 'backup')
  mkdirSync(join(folder, 'data'))
  const rules = new SQLite(join(folder, 'data', 'rondo.sqlite'))
  rules.pragma('journal_mode = wal')
  rules.exec('create table note (text text)')
  rules.close()
  const log = await openEmbeddedLog(join(folder, 'data'))
  for (const id of ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']) {
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'words '.repeat(100))
    const entry = { update: Y.encodeStateAsUpdate(doc), accountId: 'ada', newClients: [doc.clientID] }
    await log.create(id, null, 1)
    await log.append([{ documentId: id, generation: 1, entries: [entry], at: 2 }])
  }
  const { stderr } = run('./backup.ts', backup)
  if (stderr !== '') throw new Error(stderr)
  await log.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the backup to which something happened. */
const after = (change: (copy: string) => void): string => {
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(backup, copy, { recursive: true })
  change(copy)
  return copy
}

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

it('finds every document of a backup that was made while people wrote, and leaves the backup as it was', () => {
  const files = ['backup.json', 'documents.sqlite', 'documents.ahead-1', 'rondo.sqlite']
  const bytes = () => files.map((name) => readFileSync(join(backup, name), 'latin1'))
  const before = bytes()
  const { status, stdout } = run('./verify-backup.ts', backup)
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${backup} is whole: 4 files, 2 documents.\n` })
  expect(bytes()).toEqual(before)
})

it('says which file is damaged, and touches nothing', () => {
  const copy = after((target) => flip(join(target, 'documents.sqlite'), 5_000))
  const { status, stderr } = run('./verify-backup.ts', copy)
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `Damaged or missing in ${copy}: documents.sqlite.\n`,
  })
})

it.each<[string, string, (copy: string) => void]>([
  [
    'a flipped bit in a file in front',
    'documents.ahead-1',
    (copy) => flip(join(copy, 'documents.ahead-1'), 40),
  ],
  ['a flipped bit in the rules', 'rondo.sqlite', (copy) => flip(join(copy, 'rondo.sqlite'), 4_200)],
  ['a file that was cut', 'documents.sqlite', (copy) => truncateSync(join(copy, 'documents.sqlite'), 8_192)],
  ['a file that is missing', 'documents.ahead-2', (copy) => rmSync(join(copy, 'documents.ahead-2'))],
])('notices %s', async (_, name, change) => {
  expect(await changedFiles(after(change))).toEqual([name])
})

it('knows of a list of files that was cut that it cannot be read', () => {
  expect(filesOf(after((copy) => truncateSync(join(copy, 'backup.json'), 20)))).toBeNull()
})

it('notices a document that was damaged before it was backed up', async () => {
  const copy = after((target) => {
    const database = new SQLite(join(target, 'documents.sqlite'))
    database.exec("update entry set bytes = x'00000000'")
    database.exec("insert into document (key, id, seq, generation, created_at) values (9, 'lost', 3, 1, 1)")
    database.close()
    rmSync(join(target, 'backup.json'))
  })
  await writeManifest(copy)
  expect(run('./verify-backup.ts', copy)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/\d of 3 documents cannot be opened/),
  })
})
