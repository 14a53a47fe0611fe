/** The thread in which documents are shrunk. One message in, one answer out, in order. */
import { parentPort } from 'node:worker_threads'
import { type Entries, shrink } from './shrink.ts'
import type { ShrinkAnswer } from './shrink-thread.ts'

const answer = (entries: Entries): ShrinkAnswer => {
  try {
    return { ok: true, shrunk: shrink(entries) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (entries: Entries) => parentPort?.postMessage(answer(entries)))
