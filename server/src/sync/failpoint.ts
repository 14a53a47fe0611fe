/**
 * Named moments between two steps that belong together. In the product nothing happens at any of them. A crash test
 * arms one before the first document log is opened, and the process ends there as if the power switch were pulled.
 */
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { z } from 'zod'

/** Every moment, in the order in which an edit passes them; then those of compaction and of deletion. */
export const failpoints = [
  'append',
  'ahead-written',
  'appended',
  'broadcast',
  'acknowledged',
  'transfer-inserted',
  'transferred',
  'snapshot-inserted',
  'pointer-moved',
  'compacted',
  'rows-deleted',
  'pruned',
] as const
export type Failpoint = (typeof failpoints)[number]

const key = 'failpoint'
const armed = z.object({ name: z.enum(failpoints), nth: z.number() }).safeParse(getEnvironmentData(key))

let waitingFor: Failpoint | null = armed.success ? armed.data.name : null
let left = armed.success ? armed.data.nth : 0

/** Arms a moment, in this thread and in all that begin later: the process dies when it comes for the n-th time. */
export const arm = (name: Failpoint, nth: number): void => {
  setEnvironmentData(key, { name, nth })
  waitingFor = name
  left = nth
}

/** One of the moments is here. */
export const failpoint = (name: Failpoint): void => {
  if (waitingFor !== name) return
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}
