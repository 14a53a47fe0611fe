/**
 * Long computations in a thread of their own, one at a time: neither who types nor who waits for the disk waits for them.
 * The thread starts with the first piece of work and ends after a while without any. One that dies, of a document that
 * needs too much memory say, takes nobody with it: that piece of work fails. So does one that takes too long, if it may.
 */
import { Worker } from 'node:worker_threads'

/** What the thread answers. */
export type WorkAnswer<Done> =
  | { readonly ok: true; readonly done: Done }
  | { readonly ok: false; readonly error: string }

const idleMs = 10_000
const memoryMegabytes = 1_024

/** A thread that runs one program, which answers with `answerWork`. */
export class WorkThread<Work, Done> {
  readonly #program: URL
  readonly #longestMs: number
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #stopping: NodeJS.Timeout | null = null

  /** `longestMs`: how long one piece of work may take, where it comes from somebody who may have made it hard on purpose. */
  constructor(program: URL, longestMs: number = Number.POSITIVE_INFINITY) {
    this.#program = program
    this.#longestMs = longestMs
  }

  /** Resolves with what came of it. @throws what the program threw, as far as a message tells it */
  run(work: Work): Promise<Done> {
    const next = this.#last.then(() => this.#ask(work))
    this.#last = next.catch(() => null)
    return next
  }

  /** Ends the thread; what it works on is given up. */
  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    if (this.#stopping !== null) clearTimeout(this.#stopping)
    await worker?.terminate()
  }

  async #ask(work: Work): Promise<Done> {
    if (this.#stopping !== null) clearTimeout(this.#stopping)
    const worker = this.#running()
    const impatience =
      this.#longestMs < Number.POSITIVE_INFINITY
        ? setTimeout(() => void worker.terminate(), this.#longestMs)
        : undefined
    try {
      return await this.#answerOf(worker, work)
    } finally {
      clearTimeout(impatience)
      this.#stopping = setTimeout(() => void this.stop(), idleMs).unref()
    }
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(this.#program, { resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes } })
    worker.unref()
    worker.on('error', () => {})
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    this.#worker = worker
    return worker
  }

  #answerOf(worker: Worker, work: Work): Promise<Done> {
    const { promise, resolve, reject } = Promise.withResolvers<Done>()
    const onExit = (): void => reject(new Error('The thread ended before it was done.'))
    const onAnswer = (answer: WorkAnswer<Done>): void =>
      answer.ok ? resolve(answer.done) : reject(new Error(answer.error))
    worker.once('message', onAnswer)
    worker.once('exit', onExit)
    worker.postMessage(work)
    return promise.finally(() => {
      worker.off('message', onAnswer)
      worker.off('exit', onExit)
    })
  }
}
