import { fanOutContract } from './contract.ts'
import { MemoryLine } from './memory-fan-out.ts'

fanOutContract('A line in memory', () => {
  const line = new MemoryLine()
  return { join: (serverId) => line.join(serverId), shout: (text) => line.shout(text) }
})
