import type { DocumentLog } from '../log/document-log.ts'
import type { Dice } from './dice.ts'

/** A log at whose compactions things go wrong: nothing happens, or nobody hears that it happened. */
export const shakyLog = (inner: DocumentLog, dice: Dice): DocumentLog => ({
  ...inner,
  compact: async (compaction) => {
    if (dice.chance(0.2)) throw new Error('Nothing happened.')
    const swapped = await inner.compact(compaction)
    if (dice.chance(0.2)) throw new Error('Nobody heard.')
    return swapped
  },
})
