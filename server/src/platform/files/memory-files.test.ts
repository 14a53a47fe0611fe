import { filesContract } from './contract.ts'
import { memoryFiles } from './memory-files.ts'

filesContract('Memory', async () => ({ files: memoryFiles(), close: async () => {} }))
