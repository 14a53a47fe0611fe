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
  /** The generation they were written in: nothing of an earlier one is stored. */
  readonly generation: number
  readonly entries: readonly Entry[]
  /** Milliseconds since the epoch. */
  readonly at: number
  /**
   * Where several servers write: the writer knew all entries up to this one when it took the first of these. Others may
   * stand between by now, unless they bring the same structs.
   */
  readonly base?: number
}

/** An entry as it stands in the log. */
export type WrittenEntry = Entry & { readonly seq: number }

/** What was added to a document after a number. */
export type News = {
  /** Number of the last entry. */
  readonly seq: number
  readonly generation: number
  /**
   * Oldest first; null when not all of them are there any more, or one is damaged: then only `load` helps. `newClients`
   * are those that the entry bound; a log that only one server can open need not remember, and says none.
   */
  readonly entries: readonly WrittenEntry[] | null
}

/** A whole state of a document, as it stood after the entry `seq`. */
export type Snapshot = {
  readonly seq: number
  /** A Yjs update (V1) that makes the document from nothing. */
  readonly state: Uint8Array
  /** Of `state`, in hexadecimal: taken where the state was verified, compared whenever it is read. */
  readonly sha256: string
  /** Version of Yjs that encoded it. */
  readonly yjsVersion: string
  readonly at: number
}

/** What is stored of one document, from a snapshot on. */
export type StoredDocument = {
  /** Number of the last entry; 0 when nothing was ever written. */
  readonly seq: number
  /** Raised when a document is restored or erased: copies of another generation must not be merged. */
  readonly generation: number
  /** The compacted state up to some entry, if there is one. */
  readonly snapshot: Snapshot | null
  /** Updates after the snapshot, oldest first. */
  readonly tail: readonly Uint8Array[]
  /** Yjs client id to account. */
  readonly authors: ReadonlyMap<number, string>
  /** Yjs client ids of generations that were erased: nothing of theirs may come back. */
  readonly erased: ReadonlySet<number>
  /** Whether every checksum matches and no entry between the snapshot and `seq` is missing. */
  readonly intact: boolean
}

/** Where a document stands. */
export type Head = { readonly documentId: string; readonly seq: number }

/** A snapshot to be put in the place of the entries up to its number. */
export type Compaction = {
  readonly documentId: string
  readonly generation: number
  readonly snapshot: Snapshot
}

/** One state without history, to be put in the place of everything. */
export type Erasure = {
  readonly documentId: string
  /** The generation that is erased. */
  readonly generation: number
  /** Its `seq` is left unread: the log numbers the state itself. */
  readonly snapshot: Snapshot
  /** Who owns the client ids of the state. All others known until now are dead for good. */
  readonly authors: ReadonlyMap<number, string>
  /** Where several servers write: nothing is done when entries came after this one, which the state cannot know. */
  readonly base?: number
}

/** A document after it was erased. */
export type Erased = { readonly seq: number; readonly generation: number }

/**
 * The truth about documents: an append-only, numbered log for each.
 * When a promise of a writing method resolves, the data survives the death of the process. When storage takes nothing
 * right now (full, read-only), writing methods reject with `StorageRefuses`: nothing was stored, and reading goes on.
 */
export type DocumentLog = {
  /** Makes an empty document, or one that begins with `initial`. Answers whether it was made: an existing one is left alone. */
  create(documentId: string, initial: Entry | null, at: number): Promise<boolean>
  exists(documentId: string): Promise<boolean>
  /**
   * The newest snapshot and what came after it. `before`: only a snapshot with a smaller number will do, because that
   * one turned out to be damaged; when the entries since then are gone, the answer is not intact.
   */
  load(documentId: string, before?: number): Promise<StoredDocument | null>
  /** What came after the entry `seq`; null for an unknown document. */
  since(documentId: string, seq: number): Promise<News | null>
  /**
   * All or nothing. Answers the new heads in the order asked; null for a document for which nothing was stored: it is of
   * another generation by now, or another server was first to bind a client id to somebody else, or to bring the same
   * structs. An unknown document fails the whole batch.
   */
  append(batch: readonly Append[]): Promise<readonly (Head | null)[]>
  /**
   * From now on `load` begins with this snapshot. What it supersedes is kept until `prune`, of older snapshots the last
   * of each day (UTC). Answers false, and does nothing, when the document is of another generation by now.
   */
  compact(compaction: Compaction): Promise<boolean>
  /** Deletes for good what was superseded before an instant: not one of its bytes stays on the disk. */
  prune(before: number): Promise<void>
  /** Documents whose first entry after the snapshot is older than an instant. */
  uncompacted(before: number): Promise<readonly string[]>
  /**
   * Puts one state in the place of all entries, snapshots and authors of a document, raises its generation by one and
   * moves its number on by one. When it resolves not one byte of what was erased is on the disk. Null, and nothing
   * done, when the document is of another generation by now, or another server added to it.
   */
  erase(erasure: Erasure): Promise<Erased | null>
  /**
   * After a backup was put back: raises all generations, to at least the second `at` falls into, so that none is ever
   * used twice.
   */
  raiseGenerations(at: number): Promise<void>
  /** Writes something small, durably, and takes it back: resolves when the log can store, rejects as `append` would. */
  probe(): Promise<void>
  authors(documentId: string): Promise<ReadonlyMap<number, string>>
  /** The heads of all documents, so that a reader who was away can find what changed. */
  heads(): Promise<readonly Head[]>
  close(): Promise<void>
}
