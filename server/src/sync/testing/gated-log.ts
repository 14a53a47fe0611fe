import type { DocumentLog } from '../log/document-log.ts'

/** A log whose commits wait for the test, and fail when it says so. */
export class GatedLog {
  readonly log: DocumentLog
  #gate: { readonly opened: Promise<void>; readonly open: () => void } | null = null
  #failure: Error | null = null
  /** How many batches were written. */
  batches = 0

  constructor(inner: DocumentLog) {
    this.log = {
      ...inner,
      append: async (batch) => {
        await this.#gate?.opened
        if (this.#failure !== null) throw this.#failure
        this.batches += 1
        return inner.append(batch)
      },
      probe: async () => {
        if (this.#failure !== null) throw this.#failure
        await inner.probe()
      },
    }
  }

  /** From now on commits wait. */
  hold(): void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gate ??= { opened: promise, open: resolve }
  }

  /** What waits goes on. */
  release(): void {
    this.#gate?.open()
    this.#gate = null
  }

  /** From now on commits fail; null: they succeed again. */
  fail(error: Error | null): void {
    this.#failure = error
  }
}
