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

/**
 * Compacts what has waited for long, so that no deleted text stays in a log because nobody came back to the document;
 * then deletes for good what was superseded long ago.
 */
export const tidyUp = async ({ log, clock, limits, compactor }: HouseContext): Promise<void> => {
  const now = clock.now()
  for (const documentId of await log.uncompacted(now - limits.compactAgeMs))
    await compactor.compact(documentId)
  await log.prune(now - limits.retentionMs)
}

/** Does that now and then; answers how to stop. */
export const keepHouse = (context: HouseContext): (() => void) => {
  const { clock, limits, logger } = context
  let isBusy = false
  return every(clock, limits.houseMs, () => {
    if (isBusy) return
    isBusy = true
    void tidyUp(context)
      .catch((error: unknown) => logger.error({ err: error }, 'Old entries could not be deleted.'))
      .finally(() => {
        isBusy = false
      })
  })
}
