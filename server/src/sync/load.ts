import * as Y from 'yjs'
import type { StoredDocument } from './log/document-log.ts'

/**
 * Builds a document from what is stored. Deleted text is let go (`gc`): it is in no state that is sent or kept.
 * All entries in one transaction: one by one, the clean-up after each would cost more than the entry.
 * @throws when an entry cannot be applied.
 */
export const buildDoc = (stored: Pick<StoredDocument, 'snapshot' | 'tail'>): Y.Doc => {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => {
    if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot.state)
    for (const update of stored.tail) Y.applyUpdate(doc, update)
  })
  return doc
}

/** Whether something in the document waits for what never came. */
export const hasPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** Lets go of what waits for what never came: it was never acknowledged. */
export const dropPending = (doc: Y.Doc): void => {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
}
