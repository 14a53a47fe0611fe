import { parentPort } from 'node:worker_threads'
import type { WorkAnswer } from './work-thread.ts'

/** The program of a {@link WorkThread}: one piece of work in, one answer out. */
export const answerWork = (work: (given: never) => unknown): void => {
  const answer = async (given: never): Promise<WorkAnswer<unknown>> => {
    try {
      return { ok: true, done: await work(given) }
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) }
    }
  }
  parentPort?.on('message', (given) => {
    void answer(given as never).then((said) => parentPort?.postMessage(said))
  })
}
