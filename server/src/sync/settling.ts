import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'
import type { Head } from './log/document-log.ts'
import type { SyncLogger } from './options.ts'

type Restless = { seq: number; stopQuiet: () => void; readonly stopAtMost: () => void }
type Listener = (settled: Head) => void | Promise<void>

/** Tells of documents that fell quiet: a little after the last commit, and while people type on, now and then. */
export class Settling {
  readonly #clock: Clock
  readonly #limits: WireLimits
  readonly #logger: SyncLogger
  readonly #restless = new Map<string, Restless>()
  readonly #listeners = new Set<Listener>()

  constructor(clock: Clock, limits: WireLimits, logger: SyncLogger) {
    this.#clock = clock
    this.#limits = limits
    this.#logger = logger
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A document was committed up to `seq`. */
  note(documentId: string, seq: number): void {
    const tell = (): void => void this.#tell(documentId)
    const known = this.#restless.get(documentId)
    known?.stopQuiet()
    const stopQuiet = this.#clock.after(this.#limits.settleMs, tell)
    if (known === undefined) {
      const stopAtMost = this.#clock.after(this.#limits.settleAtMostMs, tell)
      this.#restless.set(documentId, { seq, stopQuiet, stopAtMost })
    } else {
      known.seq = seq
      known.stopQuiet = stopQuiet
    }
  }

  /** Tells of everything that has not been told, and waits until it was heard. */
  async flush(): Promise<void> {
    await Promise.all([...this.#restless.keys()].map((documentId) => this.#tell(documentId)))
  }

  async #tell(documentId: string): Promise<void> {
    const restless = this.#restless.get(documentId)
    if (restless === undefined) return
    this.#restless.delete(documentId)
    restless.stopQuiet()
    restless.stopAtMost()
    const settled = { documentId, seq: restless.seq }
    await Promise.all([...this.#listeners].map((listener) => this.#call(listener, settled)))
  }

  async #call(listener: Listener, settled: Head): Promise<void> {
    try {
      await listener(settled)
    } catch (error) {
      this.#logger.error({ ...settled, err: error }, 'A listener failed on a settled document.')
    }
  }
}
