import { documentLogContract } from './contract.ts'
import { createMemoryLog } from './memory-log.ts'

documentLogContract('A log in memory', async () => ({ open: async () => createMemoryLog(), survives: false }))
