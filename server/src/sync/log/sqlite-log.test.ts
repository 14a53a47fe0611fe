import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { documentLogContract } from './contract.ts'
import { newsContract } from './news-contract.ts'
import { openSqliteLog } from './sqlite-log.ts'
import { openDatabase } from './sqlite-schema.ts'

const folders: string[] = []
const freshFile = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-log-'))
  folders.push(folder)
  return join(folder, 'documents.sqlite')
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

documentLogContract('A log in SQLite', async () => {
  const file = await freshFile()
  return { open: () => openSqliteLog(file), survives: true }
})

newsContract('A log in SQLite', async () => openSqliteLog(await freshFile()), { remembersBindings: false })

describe('the SQLite log', () => {
  it('LOG-6 waits for the disk at every commit', async () => {
    const db = openDatabase(await freshFile())
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })

  it('LOG-6 does not open where no WAL can be', () => {
    expect(() => openDatabase(':memory:')).toThrow('an acknowledged edit could be lost')
  })

  it('LOG-6 says why it cannot open', async () => {
    await expect(openSqliteLog('/no/such/folder/documents.sqlite')).rejects.toThrow('directory')
  })
})
