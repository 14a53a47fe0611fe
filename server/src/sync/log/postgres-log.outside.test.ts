import pg from 'pg'
import { describe, expect, inject, it, vi } from 'vitest'
import { ownSchema } from '../../platform/testing/postgres.ts'
import { documentLogContract } from './contract.ts'
import { newsContract, severalWritersContract } from './news-contract.ts'
import { checkDurability } from './postgres-connection.ts'
import { openPostgresLog } from './postgres-log.ts'
import { StorageRefuses } from './storage-refuses.ts'

const name = 'A log in Postgres'
const quiet = { warn: () => {} }
/** A busy machine is no fault. */
const patient = { timeout: 20_000, interval: 20 }
const fresh = (): Promise<string> => ownSchema(inject('postgresUrl'))
const doc = '00000000-0000-4000-8000-000000000001'

documentLogContract(name, async () => {
  const url = await fresh()
  return { open: () => openPostgresLog(url, quiet), survives: true }
})
newsContract(name, async () => openPostgresLog(await fresh(), quiet), { remembersBindings: true })
severalWritersContract(name, async () => {
  const url = await fresh()
  return () => openPostgresLog(url, quiet)
})

describe('the Postgres log', () => {
  it('LOG-6 does not open where Postgres does not wait for the disk, and says when it waits too little', async () => {
    const settings = { fsync: 'off', synchronousCommit: 'on' }
    expect(() => checkDurability(settings, quiet)).toThrow('an acknowledged edit could be lost')
    const warned: string[] = []
    const log = await openPostgresLog(`${await fresh()}%20-c%20synchronous_commit%3Doff`, {
      warn: (_, message) => warned.push(message),
    })
    await log.close()
    expect(warned).toEqual([expect.stringContaining('synchronous_commit=off')])
  })

  it('LOG-6 says why it cannot open', async () => {
    await expect(openPostgresLog('postgres://rondo@127.0.0.1:1/none', quiet)).rejects.toThrow('ECONNREFUSED')
  })

  it('STO-1 tells a database that may only be read from one that failed', async () => {
    const url = await fresh()
    await (await openPostgresLog(url, quiet)).close()
    const log = await openPostgresLog(`${url}%20-c%20default_transaction_read_only%3Don`, quiet).catch(
      (error: unknown) => error,
    )
    expect(log).toBeInstanceOf(StorageRefuses)
  })

  it('is made once by servers that start together, gives them one key, and refuses a newer form', async () => {
    const url = await fresh()
    const logs = await Promise.all([1, 2, 3, 4].map(() => openPostgresLog(url, quiet)))
    const keys = await Promise.all(logs.map(async (log) => Buffer.from(await log.lineKey()).toString('hex')))
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toHaveLength(64)
    await logs[0]?.create(doc, null, 1)
    expect(await Promise.all(logs.map((log) => log.exists(doc)))).toEqual([true, true, true, true])
    await Promise.all(logs.map((log) => log.close()))
  })

  it('fails what was under way when its connections are cut, whole, and carries on', async () => {
    const url = await fresh()
    const log = await openPostgresLog(`${url}&application_name=${url.slice(-36)}`, quiet)
    await log.create(doc, null, 1)
    const holding = new pg.Client({ connectionString: url })
    await holding.connect()
    await holding.query('begin')
    await holding.query('select 1 from document for update')
    const update = Uint8Array.of(0, 0)
    const waiting = log.append([
      { documentId: doc, generation: 1, at: 2, entries: [{ update, accountId: 'ada', newClients: [7] }] },
    ])
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = $1 and wait_event_type = 'Lock'`
    await Promise.all([
      expect(waiting).rejects.toThrow('terminating connection'),
      vi.waitFor(async () => expect((await holding.query(cut, [url.slice(-36)])).rowCount).toBe(1), patient),
    ])
    await holding.end()
    expect(await log.since(doc, 0)).toEqual({ seq: 0, generation: 1, entries: [] })
    expect(await log.authors(doc)).toEqual(new Map())
    await log.close()
  })

  it('gives up on a Postgres that hangs, and stores what is tried again once', async () => {
    const url = await fresh()
    const log = await openPostgresLog(`${url}&application_name=${url.slice(-36)}`, quiet, 1_000)
    await log.create(doc, null, 1)
    const watching = new pg.Client({ connectionString: url })
    await watching.connect()
    const backends = async (): Promise<number[]> => {
      const ask = 'select pid from pg_stat_activity where application_name = $1'
      return (await watching.query<{ pid: number }>(ask, [url.slice(-36)])).rows.map(({ pid }) => pid)
    }
    const write = () =>
      log.append([
        {
          documentId: doc,
          generation: 1,
          at: 2,
          entries: [{ update: Uint8Array.of(0, 0), accountId: 'ada', newClients: [7] }],
        },
      ])
    const hanging = await backends()
    for (const pid of hanging) process.kill(pid, 'SIGSTOP')
    await expect(write()).rejects.toThrow('timeout')
    for (const pid of hanging) process.kill(pid, 'SIGCONT')
    expect(await vi.waitFor(write, patient)).toHaveLength(1)
    const news = await log.since(doc, 0)
    expect(news?.entries).toHaveLength(news?.seq ?? 0)
    expect(await log.authors(doc)).toEqual(new Map([[7, 'ada']]))
    await watching.end()
    await log.close()
  })
})
