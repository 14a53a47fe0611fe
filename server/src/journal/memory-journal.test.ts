import { journalContract, stillClock } from './contract.ts'
import { createMemoryJournal } from './memory-journal.ts'

journalContract('A journal in memory', 1, async () => {
  const { journal, transact } = createMemoryJournal(stillClock)
  return [{ journal, transact, read: null, close: async () => {} }]
})
