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

/** A stored document that was read: a document, or the bytes of one that nobody wrote to since it was verified. */
export type Opened<Content extends Y.Doc | Uint8Array = Y.Doc | Uint8Array> = {
  readonly stored: StoredDocument
  readonly content: Content
  /** An older snapshot had to stand in for a damaged one. */
  readonly fellBack: boolean
}

/** The state of a document in which nothing was ever written. */
export const emptyState = Uint8Array.of(0, 0)

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
  log: Pick<DocumentLog, 'load'>,
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

/**
 * A snapshot alone is taken as it is: it was read back before it was stored, and its checksum matches. Building a large
 * document takes longer than everything else that opening it does.
 */
const trustOrBuild = (stored: StoredDocument): Y.Doc | Uint8Array | null =>
  stored.tail.length > 0 ? tryToBuild(stored) : (stored.snapshot?.state ?? emptyState)

const openWith = async <Content extends Y.Doc | Uint8Array>(
  log: Pick<DocumentLog, 'load'>,
  documentId: string,
  open: (stored: StoredDocument) => Content | null,
): Promise<Opened<Content> | null> => {
  const read = await readWhole(log, documentId, open)
  return read === null ? null : { stored: read.stored, content: read.opened, fellBack: read.fellBack }
}

/** Opens the newest form of a document that can be; null when there is no such document. @throws DamagedDocument */
export const openStored = (
  log: Pick<DocumentLog, 'load'>,
  documentId: string,
): Promise<Opened<Y.Doc> | null> => openWith(log, documentId, tryToBuild)

/** The same without building what needs not be built. @throws DamagedDocument */
export const openTrusting = (log: Pick<DocumentLog, 'load'>, documentId: string): Promise<Opened | null> =>
  openWith(log, documentId, trustOrBuild)

/** Whether something in the document waits for what never came. */
export const hasPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null

/** Lets go of what waits for what never came: it was never acknowledged. */
export const dropPending = (doc: Y.Doc): void => {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
}
