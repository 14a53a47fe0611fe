/**
 * Named moments between two steps that belong together. In the product nothing happens at any of them. A crash test
 * prepares them before the first thread begins, arms one, and the process ends there as if the power switch were pulled.
 */
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

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
const none = -1

/** Shared by all threads: which moment is armed, and how many times it has still to come. */
const shared = (): Int32Array | null => {
  const memory = getEnvironmentData(key)
  return memory instanceof SharedArrayBuffer ? new Int32Array(memory) : null
}
let state = shared()

/** Makes it possible to arm a moment, in this thread and in all that begin later. */
export const prepareFailpoints = (): void => {
  const memory = new SharedArrayBuffer(8)
  setEnvironmentData(key, memory)
  state = new Int32Array(memory)
  state[0] = none
}

/** From now on the process dies when a moment comes for the n-th time. */
export const arm = (name: Failpoint, nth: number): void => {
  if (state === null) throw new Error('Failpoints have to be prepared before they are armed.')
  Atomics.store(state, 1, nth)
  Atomics.store(state, 0, failpoints.indexOf(name))
}

/** One of the moments is here. */
export const failpoint = (name: Failpoint): void => {
  if (state === null || failpoints[Atomics.load(state, 0)] !== name) return
  if (Atomics.sub(state, 1, 1) === 1) process.kill(process.pid, 'SIGKILL')
}
