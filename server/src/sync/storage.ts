/**
 * Whether the storage takes what is written, and what is done while it does not.
 *
 * 1. `well` until a commit is refused; then `refusing` until a probe, which is a real durable write, succeeds.
 * 2. While it refuses nothing is tried but the probe: every write is refused alike, however small.
 * 3. Everybody is told of both changes at once. It is well again only after every room went back to what is stored.
 */
import { type Clock, every } from './clock.ts'
import type { DocumentLog } from './log/document-log.ts'
import type { StorageRefuses } from './log/storage-refuses.ts'
import type { SyncLogger } from './options.ts'

const probeMs = 1_000

type State =
  | { readonly kind: 'well' }
  | {
      readonly kind: 'refusing'
      readonly refusal: StorageRefuses
      readonly since: number
      readonly stop: () => void
    }
  | { readonly kind: 'closed' }

/** What the storage needs. */
export type StorageContext = {
  readonly log: Pick<DocumentLog, 'probe'>
  readonly clock: Clock
  readonly logger: SyncLogger
  /** Resolves once no room is ahead of the log. */
  readonly settled: () => Promise<unknown>
  readonly onChange: () => void
}

/** The health of the storage. */
export class Storage {
  readonly #context: StorageContext
  #state: State = { kind: 'well' }
  #isProbing = false

  constructor(context: StorageContext) {
    this.#context = context
  }

  /** Why nothing can be stored right now; null when it can. */
  get refusal(): StorageRefuses | null {
    return this.#state.kind === 'refusing' ? this.#state.refusal : null
  }

  /** A commit was refused. */
  refuse(refusal: StorageRefuses): void {
    if (this.#state.kind !== 'well') return
    const { clock, logger, onChange } = this.#context
    const stop = every(clock, probeMs, () => void this.#probe())
    this.#state = { kind: 'refusing', refusal, since: clock.elapsed(), stop }
    logger.error({ err: refusal }, 'Nothing can be stored: writing is off until it can.')
    onChange()
  }

  /** Stops probing for good. */
  close(): void {
    if (this.#state.kind === 'refusing') this.#state.stop()
    this.#state = { kind: 'closed' }
  }

  async #probe(): Promise<void> {
    if (this.#isProbing) return
    this.#isProbing = true
    try {
      await this.#context.log.probe()
      await this.#context.settled()
      this.#recover()
    } catch {
      // It still refuses; the next probe may find it well.
    } finally {
      this.#isProbing = false
    }
  }

  #recover(): void {
    if (this.#state.kind !== 'refusing') return
    const { clock, logger, onChange } = this.#context
    this.#state.stop()
    logger.info(
      { ms: clock.elapsed() - this.#state.since },
      'The storage takes everything again: writing is on.',
    )
    this.#state = { kind: 'well' }
    onChange()
  }
}
