import { refuse } from '@rondo/shared/kernel/refusal.ts'
import { expect, test } from 'vitest'
import { transact } from '../platform/db/database.ts'
import { journalContract, stillClock } from './contract.ts'
import { createSqliteJournal } from './sqlite-journal.ts'
import { temporaryContext } from './temporary-context.ts'

journalContract('A journal in SQLite', 1, async () => {
  const { db, close } = await temporaryContext()
  const journal = createSqliteJournal(stillClock)
  return [{ journal, read: db.read, transact: (work) => transact(db, work), close }]
})

test('A refused command leaves no fact behind and pokes nobody.', async () => {
  const context = await temporaryContext()
  const memberId = context.ids.next<'member'>()
  let poked = false
  context.journal.onAppended(() => {
    poked = true
  })
  await transact(context.db, async (tx) => {
    const audience = { members: [memberId] }
    await context.journal.append(tx, [
      { name: 'member.joined', payload: { memberId }, audience, by: memberId },
    ])
    return refuse('conflict', 'no')
  })
  expect([poked, await context.journal.head(context.db.read)]).toEqual([false, 0])
  await context.close()
})
