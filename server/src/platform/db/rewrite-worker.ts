import { parentPort, workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import type { Rewritten } from './rewrite-file.ts'

const rewrite = (file: string): Rewritten => {
  const connection = new SQLite(file, { fileMustExist: true })
  try {
    connection.pragma('secure_delete = ON')
    connection.exec('vacuum')
    const [left] = connection.prepare<[], { busy: number }>('pragma wal_checkpoint(truncate)').all()
    return { isCutOff: left?.busy === 0 }
  } catch (error) {
    const code = error instanceof SQLite.SqliteError ? error.code : ''
    return { error: error instanceof Error ? error.message : String(error), code }
  } finally {
    connection.close()
  }
}

const { file } = workerData as { readonly file: string }
parentPort?.postMessage(rewrite(file))
