/**
 * From what is stored to a document.
 *
 * 1. What does not match its checksum, or cannot be applied, is not used: the snapshot before it and the entries since
 *    then say the same.
 * 2. Where that is not to be had the document is damaged: it stays closed, and nothing is thrown away.
 */
import * as Y from 'yjs'
import type { DocumentLog, StoredDocument } from './log/document-log.ts'
import { scanUpdate } from './update-scan.ts'

/** What is stored of a document cannot be read, nor anything that could stand in for it. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument'
}

/** A stored document that was read. */
export type Opened = {
  readonly stored: StoredDocument
  readonly doc: Y.Doc
  /** An older snapshot had to stand in for a damaged one. */
  readonly fellBack: boolean
}

/** Deeper than anything that may be written. */
const deepest = 1_000

/**
 * Builds a document from what is stored. Deleted text is let go (`gc`): it is in no state that is sent or kept.
 * All entries in one transaction: one by one, the clean-up after each would cost more than the entry.
 * @throws when an entry cannot be applied.
 */
export const buildDoc = (stored: Pick<StoredDocument, 'snapshot' | 'tail'>, gc = true): Y.Doc => {
  const doc = new Y.Doc({ gc })
  doc.transact(() => {
    if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot.state)
    for (const update of stored.tail) Y.applyUpdate(doc, update)
  })
  return doc
}

/** Null when it cannot be built. Counts are checked first: a few bytes can make Yjs ask for all memory there is. */
const tryToBuild = (stored: StoredDocument): Y.Doc | null => {
  try {
    if (stored.snapshot !== null) scanUpdate(stored.snapshot.state, deepest)
    for (const update of stored.tail) scanUpdate(update, deepest)
    return buildDoc(stored)
  } catch {
    return null
  }
}

/**
 * Reads the newest form of a document that is whole; null when there is no such document.
 * `open` answers null for what cannot be opened after all.
 * @throws DamagedDocument
 */
export const readWhole = async <T>(
  log: DocumentLog,
  documentId: string,
  open: (stored: StoredDocument) => T | null | Promise<T | null>,
): Promise<{ readonly stored: StoredDocument; readonly opened: T; readonly fellBack: boolean } | null> => {
  let before: number | undefined
  for (;;) {
    const stored = await log.load(documentId, before)
    if (stored === null) return null
    const opened = stored.intact ? await open(stored) : null
    if (opened !== null) return { stored, opened, fellBack: before !== undefined }
    if (stored.snapshot === null)
      throw new DamagedDocument('Nothing that is stored of the document is whole.')
    before = stored.snapshot.seq
  }
}

/** Opens the newest form of a document that can be; null when there is no such document. @throws DamagedDocument */
export const openStored = async (log: DocumentLog, documentId: string): Promise<Opened | null> => {
  const read = await readWhole(log, documentId, tryToBuild)
  return read === null ? null : { stored: read.stored, doc: read.opened, fellBack: read.fellBack }
}

/** Whether something in the document waits for what never came. */
export const hasPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** Lets go of what waits for what never came: it was never acknowledged. */
export const dropPending = (doc: Y.Doc): void => {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
}
