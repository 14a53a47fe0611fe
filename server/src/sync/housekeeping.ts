/** What is done to documents that nobody looks at. */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { type Clock, every } from './clock.ts'
import type { Compactor } from './compaction.ts'
import type { DocumentLog } from './log/document-log.ts'
import type { SyncLogger } from './options.ts'

/** What housekeeping needs. */
export type HouseContext = {
  readonly log: Pick<DocumentLog, 'prune' | 'uncompacted'>
  readonly clock: Clock
  readonly limits: WireLimits
  readonly logger: SyncLogger
  readonly compactor: Pick<Compactor, 'compact'>
}

/** Pruning writes the whole database anew where it deletes something. */
const pruneEveryMs = 86_400_000

/** Looks after a log now and then. */
class House {
  readonly #context: HouseContext
  #isBusy = false
  #prunedAt = Number.NEGATIVE_INFINITY

  constructor(context: HouseContext) {
    this.#context = context
  }

  async tidyUp(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      await this.#compact()
      await this.#prune()
    } catch (error) {
      this.#context.logger.error({ err: error }, 'Old entries could not be deleted.')
    } finally {
      this.#isBusy = false
    }
  }

  /** No deleted text stays in a log because nobody came back to the document. */
  async #compact(): Promise<void> {
    const { log, clock, limits, compactor } = this.#context
    const waiting = await log.uncompacted(clock.now() - limits.compactAgeMs)
    for (const documentId of waiting) await compactor.compact(documentId)
  }

  async #prune(): Promise<void> {
    const { log, clock, limits } = this.#context
    const now = clock.now()
    if (now - this.#prunedAt < pruneEveryMs) return
    await log.prune(now - limits.retentionMs)
    this.#prunedAt = now
  }
}

/**
 * Compacts, every hour, what has waited for long; deletes for good, every day, what was superseded long ago. Answers how
 * to stop.
 */
export const keepHouse = (context: HouseContext): (() => void) => {
  const house = new House(context)
  return every(context.clock, context.limits.houseMs, () => void house.tidyUp())
}
