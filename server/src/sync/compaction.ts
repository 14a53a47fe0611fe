/**
 * Puts one state in the place of a long row of entries, so that a document opens fast whatever its age, and what was
 * deleted is let go.
 *
 * 1. It works on the log alone: a room may be open or not, and edits go on meanwhile. They have higher numbers and stay.
 * 2. The state is computed and checked elsewhere (see Shrink), a document at a time, and no document twice at once.
 * 3. The log moves its pointer in one transaction. Before and after, what is stored says the same: a crash at any
 *    moment costs the work and nothing else.
 * 4. Where anything is in doubt the entries stay as they are.
 */
import type { Clock } from './clock.ts'
import { readWhole } from './load.ts'
import type { DocumentLog, StoredDocument } from './log/document-log.ts'
import type { SyncLogger } from './options.ts'
import type { Shrink } from './shrink.ts'

/** What compaction needs. */
export type CompactorContext = {
  readonly log: Pick<DocumentLog, 'load' | 'compact'>
  readonly clock: Clock
  readonly logger: SyncLogger
  readonly shrink: Shrink
}

/** Compacts documents, one after the other. */
export class Compactor {
  readonly #context: CompactorContext
  readonly #wanted = new Map<string, Promise<number | null>>()
  #last: Promise<unknown> = Promise.resolve()
  #isStopped = false

  constructor(context: CompactorContext) {
    this.#context = context
  }

  /**
   * Compacts a document when its turn comes. Answers the number up to which it now is, or null when it was not
   * compacted; why is in the operator's log. Asked for the same document again meanwhile, it is the same work.
   */
  compact(documentId: string): Promise<number | null> {
    const known = this.#wanted.get(documentId)
    if (known !== undefined) return known
    const work = this.#last.then(() => this.#compact(documentId))
    this.#last = work
    this.#wanted.set(documentId, work)
    void work.then(() => this.#wanted.delete(documentId))
    return work
  }

  /** Begins nothing more; resolves once nothing is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#last
  }

  async #compact(documentId: string): Promise<number | null> {
    if (this.#isStopped) return null
    try {
      return await this.#swap(documentId)
    } catch (error) {
      this.#context.logger.error({ documentId, err: error }, 'A document could not be compacted.')
      return null
    }
  }

  async #swap(documentId: string): Promise<number | null> {
    const { log, clock, logger } = this.#context
    const read = await readWhole(log, documentId, (stored) => this.#shrink(stored))
    if (read === null) return null
    const { stored, opened, fellBack } = read
    const { seq, generation } = stored
    if (opened === 'done') return seq
    if (opened === 'pending') {
      logger.error({ documentId, seq }, 'A document is not compacted: an entry builds on nothing.')
      return null
    }
    if (fellBack) logger.error({ documentId, seq }, 'A damaged snapshot was replaced.')
    const swapped = await log.compact({
      documentId,
      generation,
      snapshot: { ...opened, seq, at: clock.now() },
    })
    return swapped ? seq : null
  }

  /** Null when what was read turns out to be damaged. */
  async #shrink({ snapshot, tail }: StoredDocument) {
    if (tail.length === 0) return 'done'
    try {
      return (await this.#context.shrink({ snapshot, tail })) ?? 'pending'
    } catch (error) {
      this.#context.logger.error({ err: error }, 'A form of a document could not be compacted.')
      return null
    }
  }
}
