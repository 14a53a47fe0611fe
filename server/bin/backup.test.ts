import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isMarkedAsCopy } from '../src/sync/log/copy-mark.ts'
import { changedFiles, filesOf } from './manifest.ts'

const script = fileURLToPath(new URL('./backup.ts', import.meta.url))
let folder: string
let open: SQLite.Database[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-backup-'))
  mkdirSync(join(folder, 'data'))
  open = ['rondo.sqlite', 'documents.sqlite'].map((name) => {
    const database = new SQLite(join(folder, 'data', name))
    database.pragma('journal_mode = wal')
    database.exec('create table note (text text)')
    return database
  })
})

afterEach(() => {
  for (const database of open) database.close()
  rmSync(folder, { recursive: true, force: true })
})

const backUp = (...args: string[]) => {
  const { PATH = '' } = process.env
  const env = { PATH, DATA_DIR: join(folder, 'data') }
  return spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' })
}

it('copies both databases while they are open, with what was committed last', () => {
  for (const database of open) database.exec("insert into note values ('kept')")
  const target = join(folder, 'copy')
  expect(backUp(target)).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(target).toSorted()).toEqual(['backup.json', 'documents.sqlite', 'rondo.sqlite'])
  for (const name of ['documents.sqlite', 'rondo.sqlite']) {
    const copy = new SQLite(join(target, name), { readonly: true })
    expect(copy.prepare('select text from note').all()).toEqual([{ text: 'kept' }])
    copy.close()
  }
  expect(isMarkedAsCopy(join(target, 'documents.sqlite'))).toBe(true)
  expect(isMarkedAsCopy(join(folder, 'data', 'documents.sqlite'))).toBe(false)
})

it('copies uploads that are whole, and none that is half-written', async () => {
  const files = join(folder, 'data', 'files')
  mkdirSync(join(files, 'media', 'a'), { recursive: true })
  mkdirSync(join(files, '.unfinished'))
  writeFileSync(join(files, 'media', 'a', '0000'), 'whole')
  writeFileSync(join(files, '.unfinished', 'b'), 'hal')
  const target = join(folder, 'copy')
  expect(backUp(target)).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(join(target, 'files'), { recursive: true })).toEqual([
    'media',
    'media/a',
    'media/a/0000',
  ])
  expect(filesOf(target)).toContain('files/media/a/0000')
  writeFileSync(join(target, 'files', 'media', 'a', '0000'), 'whoie')
  expect(await changedFiles(target)).toEqual(['files/media/a/0000'])
})

it('leaves uploads that are in another store to it, and says so', () => {
  mkdirSync(join(folder, 'data', 'files', 'media'), { recursive: true })
  const { PATH = '' } = process.env
  const env = { PATH, DATA_DIR: join(folder, 'data'), FILES_URL: 'https://key:secret@localhost/box' }
  const target = join(folder, 'copy')
  const { stdout } = spawnSync(process.execPath, [script, target], { env, encoding: 'utf8' })
  expect(stdout).toContain('The uploads are in the store of FILES_URL')
  expect(stdout).not.toContain('secret')
  expect(readdirSync(target)).not.toContain('files')
})

it('writes over nothing', () => {
  const target = join(folder, 'copy')
  mkdirSync(target)
  writeFileSync(join(target, 'precious'), '')
  expect(backUp(target)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('never written over anything'),
  })
  expect(readdirSync(target)).toEqual(['precious'])
})

it('says what is missing: a target, or a database', () => {
  expect(backUp()).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run backup -- FOLDER') })
  rmSync(join(folder, 'data', 'documents.sqlite'))
  expect(backUp(join(folder, 'copy'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('documents.sqlite'),
  })
})
