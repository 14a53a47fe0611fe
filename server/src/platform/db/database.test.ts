import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryContext } from '../../journal/temporary-context.ts'
import { afterCommit, type Tx, transact, transactDerived } from './database.ts'

let context: Awaited<ReturnType<typeof temporaryContext>>
beforeEach(async () => {
  context = await temporaryContext()
})
afterEach(() => context.close())

const found = (name: string) => ({ id: 1, name, createdAt: 0 })
const names = async () =>
  (await context.db.read.selectFrom('workspace').select('name').execute()).map((w) => w.name)

test('A commit is on the disk before it is answered: WAL with synchronous=FULL.', async () => {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(context.db.writer)
  expect(rows[0]?.synchronous).toBe(2)
  const mode = await sql<{ journalMode: string }>`pragma journal_mode`.execute(context.db.writer)
  expect(mode.rows[0]?.journalMode).toBe('wal')
})

test('Only what can be derived again is committed without waiting for the disk, also when it throws.', async () => {
  const levels: unknown[] = []
  const level = async (tx: Tx) => {
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(tx)
    levels.push(rows[0]?.synchronous)
  }
  await Promise.all([
    transact(context.db, level),
    transactDerived(context.db, level),
    transact(context.db, level),
  ])
  await transactDerived(context.db, async () => {
    throw new Error('half-way')
  }).catch(() => undefined)
  await transact(context.db, level)
  expect(levels).toEqual([2, 1, 2, 2])
})

test('What is committed is read; what throws or is refused leaves nothing behind.', async () => {
  await expect(
    transact(context.db, async (tx) => {
      await tx.insertInto('workspace').values(found('thrown')).execute()
      throw new Error('half-way')
    }),
  ).rejects.toThrow('half-way')
  const refused = await transact(context.db, async (tx) => {
    await tx.insertInto('workspace').values(found('refused')).execute()
    return refuse('conflict', 'no')
  })
  expect(refused.ok).toBe(false)
  expect(await names()).toEqual([])
  await transact(context.db, async (tx) => {
    await tx.insertInto('workspace').values(found('kept')).execute()
    return accept(null)
  })
  expect(await names()).toEqual(['kept'])
})

test('A reader never waits for a writer and sees the last commit only.', async () => {
  await transact(context.db, async (tx) => {
    await tx.insertInto('workspace').values(found('kept')).execute()
    expect(await names()).toEqual([])
  })
})

test('The reading connection cannot write, even by raw SQL.', async () => {
  await expect(sql`insert into workspace values (1, 'x', 0)`.execute(context.db.read)).rejects.toThrow(
    /readonly/,
  )
})

test('Hooks run once after the commit, and not after a refusal.', async () => {
  const calls: string[] = []
  const hook = () => calls.push('hook')
  await transact(context.db, async (tx) => {
    afterCommit(tx, hook)
    afterCommit(tx, hook)
    expect(calls).toEqual([])
  })
  expect(calls).toEqual(['hook'])
  await transact(context.db, async (tx) => {
    afterCommit(tx, hook)
    return refuse('conflict', 'no')
  })
  expect(calls).toEqual(['hook'])
})

test('A transaction inside a transaction is a fault, not a deadlock.', async () => {
  await expect(transact(context.db, () => transact(context.db, async () => 1))).rejects.toThrow(/inside/)
})
