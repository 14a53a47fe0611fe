import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from '../machine/machine-meter.ts'
import type { Server } from './server.ts'

const WINDOW_MS = 200
/** A server that is doing nothing still wakes up for its timers. */
const IDLE_PART = 0.04

/** Waits until a server has done with what it was given: until it was idle so many times in a row. */
export const settled = async (server: Worker, patienceMs = 10_000, times = 1): Promise<void> => {
  const begun = performance.now()
  for (let idle = 0; idle < times && performance.now() - begun < patienceMs; ) {
    const before = server.cpuMs()
    await wait(WINDOW_MS)
    idle = server.cpuMs() - before < WINDOW_MS * IDLE_PART ? idle + 1 : 0
  }
}

/** Ends a server in its own way and starts it again: nothing is in its memory, and it has nothing to do. */
export const startAgain = async (server: Server): Promise<void> => {
  await server.stop()
  await server.start()
  await settled(server)
}
