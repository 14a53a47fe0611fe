/** One accepted frame on its way into the log. */
export type Entry = {
  /** A Yjs update (V1), as it came. */
  readonly update: Uint8Array
  /** The account that wrote it, or `server`. */
  readonly accountId: string
  /** Yjs client ids first seen in this frame: from now on they belong to the account. */
  readonly newClients: readonly number[]
}

/** The entries of one document, in order, to be made durable together with those of others. */
export type Append = {
  readonly documentId: string
  readonly entries: readonly Entry[]
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** Everything that is stored of one document. */
export type StoredDocument = {
  /** Number of the last entry; 0 when nothing was ever written. */
  readonly seq: number
  /** Raised when a document is restored or erased: copies of another generation must not be merged. */
  readonly generation: number
  /** The compacted state up to some entry, if there is one. */
  readonly snapshot: Uint8Array | null
  /** Updates after the snapshot, oldest first. */
  readonly tail: readonly Uint8Array[]
  /** Yjs client id to account. */
  readonly authors: ReadonlyMap<number, string>
}

/** Where a document stands. */
export type Head = { readonly documentId: string; readonly seq: number }

/** A compacted state that replaces all entries up to `seq`. */
export type Snapshot = {
  readonly documentId: string
  readonly seq: number
  readonly state: Uint8Array
  readonly at: number
}

/**
 * The truth about documents: an append-only, numbered log for each.
 * When a promise of a writing method resolves, the data survives the death of the process.
 */
export type DocumentLog = {
  /** Makes an empty document, or one that begins with `initial`. Answers whether it was made: an existing one is left alone. */
  create(documentId: string, initial: Entry | null, at: number): Promise<boolean>
  exists(documentId: string): Promise<boolean>
  load(documentId: string): Promise<StoredDocument | null>
  /** All or nothing. Answers the new heads in the order asked. An unknown document fails the whole batch. */
  append(batch: readonly Append[]): Promise<readonly Head[]>
  /** Puts the snapshot in the place of the entries up to its number; later entries stay. */
  compact(snapshot: Snapshot): Promise<void>
  authors(documentId: string): Promise<ReadonlyMap<number, string>>
  /** The heads of all documents, so that a reader who was away can find what changed. */
  heads(): Promise<readonly Head[]>
  close(): Promise<void>
}
