/**
 * Looks into folders that a document server left behind: `echo /tmp/documents | node server/src/sync/testing/look.ts`
 *
 * For each line on its standard input, which names a folder, prints one line of JSON: what stands in every document, how
 * many entries it has beyond its compacted state, and what SQLite says about the file.
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

type Contents = { readonly texts: Record<string, string>; readonly tails: Record<string, number> }

const contentsOf = async (folder: string): Promise<Contents> => {
  const log = await openEmbeddedLog(folder)
  try {
    const heads = await log.heads()
    const texts: Record<string, string> = {}
    const tails: Record<string, number> = {}
    for (const { documentId } of heads) {
      const opened = await openStored(log, documentId)
      texts[documentId] = opened?.content.getXmlFragment('body').toJSON() ?? ''
      tails[documentId] = opened?.stored.tail.length ?? 0
    }
    return { texts, tails }
  } finally {
    await log.close()
  }
}

const look = async (folder: string): Promise<unknown> => {
  try {
    const contents = await contentsOf(folder)
    return { ...contents, integrity: integrityOf(folder) }
  } catch (error) {
    return { texts: {}, tails: {}, integrity: error instanceof Error ? error.message : String(error) }
  }
}

for await (const folder of createInterface(process.stdin)) {
  process.stdout.write(`${JSON.stringify(await look(folder))}\n`)
}
