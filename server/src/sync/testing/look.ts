/**
 * Looks into folders that a document server left behind: `echo /tmp/documents | node server/src/sync/testing/look.ts`
 *
 * For each line on its standard input, which names a folder, prints one line of JSON: what stands in every document, and
 * what SQLite says about its file.
 */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { openStored } from '../load.ts'
import { logFileNames, openEmbeddedLog } from '../log/embedded-log.ts'

const integrityOf = (folder: string): string => {
  const db = new Database(join(folder, logFileNames[0]))
  try {
    return String(db.pragma('integrity_check', { simple: true }))
  } finally {
    db.close()
  }
}

const textsIn = async (folder: string): Promise<Record<string, string>> => {
  const log = await openEmbeddedLog(folder)
  try {
    const heads = await log.heads()
    const texts = heads.map(async ({ documentId }): Promise<[string, string]> => {
      const opened = await openStored(log, documentId)
      return [documentId, opened?.doc.getXmlFragment('body').toJSON() ?? '']
    })
    return Object.fromEntries(await Promise.all(texts))
  } finally {
    await log.close()
  }
}

const look = async (folder: string): Promise<unknown> => {
  try {
    const texts = await textsIn(folder)
    return { texts, integrity: integrityOf(folder) }
  } catch (error) {
    return { texts: {}, integrity: error instanceof Error ? error.message : String(error) }
  }
}

for await (const folder of createInterface(process.stdin)) {
  process.stdout.write(`${JSON.stringify(await look(folder))}\n`)
}
