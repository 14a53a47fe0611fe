/**
 * Shrinks documents in a thread of its own, one at a time: neither who types nor who waits for the disk waits for it.
 * The thread starts with the first document and ends after a while without any. One that dies, of a document that
 * needs too much memory say, takes nobody with it: that document is not compacted.
 */
import { Worker } from 'node:worker_threads'
import type { Entries, Shrink, Shrunk } from './shrink.ts'

/** What the thread answers. */
export type ShrinkAnswer =
  | { readonly ok: true; readonly shrunk: Shrunk }
  | { readonly ok: false; readonly error: string }

const idleMs = 10_000
const memoryMegabytes = 1_024

/** A thread for shrinking. */
export class ShrinkThread {
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #stopping: NodeJS.Timeout | null = null

  readonly shrink: Shrink = (entries) => {
    const next = this.#last.then(() => this.#ask(entries))
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

  async #ask(entries: Entries): Promise<Shrunk> {
    if (this.#stopping !== null) clearTimeout(this.#stopping)
    const worker = this.#running()
    try {
      return await this.#answerOf(worker, entries)
    } finally {
      this.#stopping = setTimeout(() => void this.stop(), idleMs).unref()
    }
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker
    const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    })
    worker.unref()
    worker.on('error', () => {})
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    this.#worker = worker
    return worker
  }

  #answerOf(worker: Worker, entries: Entries): Promise<Shrunk> {
    const { promise, resolve, reject } = Promise.withResolvers<Shrunk>()
    const onExit = (): void => reject(new Error('The thread that compacts ended.'))
    const onAnswer = (answer: ShrinkAnswer): void =>
      answer.ok ? resolve(answer.shrunk) : reject(new Error(answer.error))
    worker.once('message', onAnswer)
    worker.once('exit', onExit)
    worker.postMessage(entries)
    return promise.finally(() => {
      worker.off('message', onAnswer)
      worker.off('exit', onExit)
    })
  }
}
