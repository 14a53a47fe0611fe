import type { DocumentLog } from '../log/document-log.ts'

/** Says that it wrote, and now and then did not: every test of durability must notice. */
export const forgetful = (log: DocumentLog): DocumentLog => {
  let batches = 0
  return {
    ...log,
    append: (batch) => {
      batches += 1
      return log.append(batches % 3 === 0 ? batch.map((append) => ({ ...append, entries: [] })) : batch)
    },
  }
}
