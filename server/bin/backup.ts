/**
 * `npm run backup -- FOLDER`: a consistent copy of both databases and of the uploads while the server runs. The database
 * with the rules is copied first, so that every document and upload it names is in the copy: uploads that nothing refers
 * to any more stay for a day. What the documents hold beyond it is derived again at the first start. The files in front of the document log are copied before its database: what
 * leaves them meanwhile is in the database by the time that is copied. The copy is marked: a server that opens it knows
 * that browsers may hold a later state than it does.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import SQLite from 'better-sqlite3'
import { readConfig } from '../src/app/config.ts'
import { filesFolder } from '../src/app/files.ts'
import { whyNot } from '../src/app/why-not.ts'
import { logFileNames, markAsCopy } from '../src/sync/index.ts'
import { copyFiles } from './copy-files.ts'
import { writeManifest } from './manifest.ts'

const [documents, ...aheadOfIt] = logFileNames

/** Why nothing was backed up, in one sentence. */
class Refusal extends Error {}

try {
  await backUp(process.argv[2])
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : whyNot(error)}\n`)
  process.exitCode = 1
}

async function backUp(argument: string | undefined): Promise<void> {
  if (argument === undefined) throw new Refusal('Say where the backup goes: npm run backup -- FOLDER')
  const { dataDir, documentLogUrl, fileStore } = readConfig()
  const databases = documentLogUrl === undefined ? ['rondo.sqlite', documents] : ['rondo.sqlite']
  const missing = databases.find((name) => !existsSync(join(dataDir, name)))
  if (missing !== undefined)
    throw new Refusal(`There is no ${missing} in ${dataDir}; is DATA_DIR the right folder?`)
  const folder = resolve(argument)
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new Refusal(`${folder} exists and is not an empty folder; a backup is never written over anything.`)
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  await copy(join(dataDir, 'rondo.sqlite'), join(unfinished, 'rondo.sqlite'))
  if (documentLogUrl === undefined) await copyDocuments(dataDir, unfinished)
  const fileBytes = fileStore === undefined ? copyFiles(filesFolder(dataDir), filesFolder(unfinished)) : 0
  await writeManifest(unfinished)
  if (existsSync(folder)) rmdirSync(folder)
  renameSync(unfinished, folder)
  const megabytes = databases.reduce((sum, name) => sum + statSync(join(folder, name)).size, fileBytes) / 1e6
  process.stdout.write(`Backed up ${dataDir} to ${folder}: ${megabytes.toFixed(1)} MB, checked.\n`)
  if (documentLogUrl !== undefined)
    process.stdout.write('The documents are in Postgres: back that up now, for example with pg_dump.\n')
  if (fileStore !== undefined)
    process.stdout.write(
      'The uploads are in the store of FILES_URL: copy its bucket now, or let it keep versions.\n',
    )
}

async function copyDocuments(from: string, to: string): Promise<void> {
  for (const name of aheadOfIt.filter((one) => existsSync(join(from, one))))
    copyFileSync(join(from, name), join(to, name))
  await copy(join(from, documents), join(to, documents))
  markAsCopy(join(to, documents))
}

/** SQLite's own online backup; the copy is opened and checked, because an unread backup is only a hope. */
async function copy(from: string, to: string): Promise<void> {
  const source = new SQLite(from, { readonly: true })
  await source.backup(to)
  source.close()
  const made = new SQLite(to)
  const verdict = made.pragma('integrity_check', { simple: true })
  made.close()
  if (verdict !== 'ok') throw new Refusal(`The copy of ${from} is damaged: ${String(verdict)}`)
}
