import { refuse } from '@rondo/shared/kernel/refusal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { transact } from '../platform/db/database.ts'
import type { NewFact } from './journal.ts'
import { temporaryContext } from './temporary-context.ts'

let context: Awaited<ReturnType<typeof temporaryContext>>
beforeEach(async () => {
  context = await temporaryContext()
})
afterEach(() => context.close())

const joined = (): NewFact => {
  const memberId = context.ids.next<'member'>()
  return { name: 'member.joined', payload: { memberId }, audience: { members: [memberId] }, by: memberId }
}
const read = (after: number, limit = 100) => context.journal.readAfter(context.db.read, after, limit)

test('Facts are numbered in the order of their commits and read as they were written.', async () => {
  const [one, two, three] = [joined(), joined(), joined()]
  await transact(context.db, (tx) => context.journal.append(tx, [one, two]))
  await transact(context.db, (tx) => context.journal.append(tx, [three]))
  const at = context.clock.now()
  expect(await read(0)).toEqual([one, two, three].map((fact, i) => ({ seq: i + 1, at, ...fact })))
  expect((await read(1, 1)).map((fact) => fact.seq)).toEqual([2])
  expect(await context.journal.head(context.db.read)).toBe(3)
})

test('Hearers are poked after the commit and can read the fact then; a refused command pokes nobody.', async () => {
  const heard: Promise<unknown[]>[] = []
  const stop = context.journal.onAppended(() => heard.push(read(0)))
  await transact(context.db, async (tx) => {
    await context.journal.append(tx, [joined()])
    expect(heard).toHaveLength(0)
  })
  await transact(context.db, async (tx) => {
    await context.journal.append(tx, [joined()])
    return refuse('conflict', 'no')
  })
  expect(await Promise.all(heard)).toMatchObject([[{ seq: 1 }]])
  stop()
  await transact(context.db, (tx) => context.journal.append(tx, [joined()]))
  expect(heard).toHaveLength(1)
})

test('A payload that carries more than its fact allows is a fault, so no text slips into the journal.', async () => {
  const memberId = context.ids.next<'member'>()
  const wordy = { memberId, name: 'Ana' }
  const fact: NewFact = { name: 'member.changed', payload: wordy, audience: { everyone: true }, by: null }
  await expect(transact(context.db, (tx) => context.journal.append(tx, [fact]))).rejects.toThrow(
    /unrecognized_keys/,
  )
  expect(await read(0)).toEqual([])
})
