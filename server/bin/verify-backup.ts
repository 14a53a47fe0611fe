/**
 * `npm run verify-backup -- FOLDER`: whether a backup could be put back. Every file is compared with its checksum; then a
 * copy of the databases in a temporary folder is opened as a server would open it, and every document in it is built. The
 * backup itself is only read.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import SQLite from 'better-sqlite3'
import { filesFolder } from '../src/app/files.ts'
import { whyNot } from '../src/app/why-not.ts'
import { logFileNames, verifyEmbeddedLog } from '../src/sync/index.ts'
import { changedFiles, filesOf } from './manifest.ts'

const [documents] = logFileNames

/** What is wrong with the backup, in one sentence. */
class Fault extends Error {}

try {
  process.stdout.write(`${await verify(process.argv[2])}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Fault ? error.message : whyNot(error)}\n`)
  process.exitCode = 1
}

async function verify(argument: string | undefined): Promise<string> {
  if (argument === undefined) throw new Fault('Say where the backup is: npm run verify-backup -- FOLDER')
  const folder = resolve(argument)
  if (!existsSync(folder)) throw new Fault(`There is no ${folder}.`)
  const files = filesOf(folder)
  if (files === null)
    throw new Fault(`There is no backup.json in ${folder} that can be read: nobody knows what it held.`)
  const changed = await changedFiles(folder)
  if (changed.length > 0) throw new Fault(`Damaged or missing in ${folder}: ${changed.join(', ')}.`)
  const copy = mkdtempSync(join(tmpdir(), 'rondo-verify-'))
  try {
    cpSync(folder, copy, { recursive: true, filter: (from) => from !== filesFolder(folder) })
    return `${folder} is whole: ${await open(copy, files)}.`
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function open(folder: string, files: readonly string[]): Promise<string> {
  for (const name of files.filter((one) => one.endsWith('.sqlite'))) checkDatabase(join(folder, name), name)
  expectPieces(join(folder, 'rondo.sqlite'), files)
  if (!files.includes(documents)) return `${files.length} files, no documents (they were in Postgres)`
  const found = await verifyEmbeddedLog(folder)
  if (found.damaged.length > 0)
    throw new Fault(`${found.damaged.length} of ${found.documents} documents cannot be opened.`)
  return `${files.length} files, ${found.documents} documents`
}

/** Every piece of an upload that the database names; where they are all in another store, that one has its own copies. */
function expectPieces(path: string, files: readonly string[]): void {
  const kept = new Set(files.filter((name) => name.startsWith('files/')))
  if (kept.size === 0) return
  const database = new SQLite(path, { readonly: true })
  const isKnown =
    database.prepare("select 1 from sqlite_master where name = 'file_piece'").get() !== undefined
  const names = isKnown ? database.prepare<[], string>('select name from file_piece').pluck().all() : []
  database.close()
  const missing = names.filter((name) => !kept.has(`files/${name}`))
  if (missing.length > 0)
    throw new Fault(`${missing.length} of ${names.length} pieces of uploads are not in the backup.`)
}

function checkDatabase(path: string, name: string): void {
  const database = new SQLite(path, { fileMustExist: true })
  const verdict = database.pragma('integrity_check', { simple: true })
  database.close()
  if (verdict !== 'ok') throw new Fault(`${name} is damaged: ${String(verdict)}`)
}
