import type { DocumentLog } from '../log/document-log.ts'

type Gate = { readonly opened: Promise<void>; readonly open: () => void }

const closedGate = (): Gate => {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

/** A log whose commits wait for the test, and fail when it says so. */
export class GatedLog {
  readonly log: DocumentLog
  #before: Gate | null = null
  #after: Gate | null = null
  #failure: Error | null = null
  #isDead = false
  /** How many batches were written. */
  batches = 0

  constructor(inner: DocumentLog) {
    const guarded =
      <Args extends unknown[], T>(write: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        this.#check()
        return write(...args)
      }
    this.log = {
      ...inner,
      create: guarded(inner.create),
      compact: guarded(inner.compact),
      probe: guarded(inner.probe),
      append: async (batch) => {
        await this.#before?.opened
        this.#check()
        this.batches += 1
        const heads = await inner.append(batch)
        await this.#after?.opened
        return heads
      },
    }
  }

  /** From now on commits wait. */
  hold(): void {
    this.#before ??= closedGate()
  }

  /** From now on commits happen, and nobody hears of it. */
  holdAnswers(): void {
    this.#after ??= closedGate()
  }

  /** What waits goes on. */
  release(): void {
    this.#before?.open()
    this.#after?.open()
    this.#before = null
    this.#after = null
  }

  /** From now on writing fails; null: it succeeds again. */
  fail(error: Error | null): void {
    this.#failure = error
  }

  /** The process that had it is dead: it writes nothing any more, whatever it still does. */
  die(): void {
    this.#isDead = true
    this.release()
  }

  #check(): void {
    if (this.#isDead) throw new Error('The dead do not write.')
    if (this.#failure !== null) throw this.#failure
  }
}
