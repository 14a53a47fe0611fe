import { documentLogContract } from './contract.ts'
import { createMemoryLog } from './memory-log.ts'
import { newsContract, severalWritersContract } from './news-contract.ts'

const name = 'A log in memory'

documentLogContract(name, async () => ({ open: async () => createMemoryLog(), survives: false }))
newsContract(name, async () => createMemoryLog(), { remembersBindings: true })
severalWritersContract(name, async () => {
  const log = createMemoryLog()
  return async () => log
})
