import { parentPort } from 'node:worker_threads'
import type { WorkAnswer } from './work-thread.ts'

/** The program of a {@link WorkThread}: one piece of work in, one answer out. */
export const answerWork = <Work, Done>(work: (given: Work) => Done | Promise<Done>): void => {
  const answer = async (given: Work): Promise<WorkAnswer<Done>> => {
    try {
      return { ok: true, done: await work(given) }
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) }
    }
  }
  parentPort?.on('message', (given: Work) => {
    void answer(given).then((said) => parentPort?.postMessage(said))
  })
}
