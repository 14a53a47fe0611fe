import { crcOf, isIntact, type StoredEntry } from './checksum.ts'
import type {
  Append,
  Compaction,
  DocumentLog,
  Entry,
  Erased,
  Erasure,
  Snapshot,
  StoredDocument,
} from './document-log.ts'
import { prunableUpTo, supersededForGood } from './retention.ts'

type Row = StoredEntry & { readonly at: number }

class MemoryDocument {
  seq = 0
  generation = 1
  #snapshots: readonly Snapshot[] = []
  #rows: readonly Row[] = []
  #erased: ReadonlySet<number> = new Set()
  authors = new Map<number, string>()

  add(entries: readonly Entry[], at: number): void {
    for (const { update, newClients, accountId } of entries) {
      this.seq += 1
      this.#rows = [...this.#rows, { seq: this.seq, update, crc: crcOf(update), at }]
      for (const client of newClients) {
        if (!this.authors.has(client)) this.authors.set(client, accountId)
      }
    }
  }

  compact({ snapshot }: Compaction): void {
    const others = this.#snapshots.filter(({ seq }) => seq !== snapshot.seq)
    const gone = new Set(supersededForGood(others, snapshot.seq))
    this.#snapshots = [...others.filter(({ seq }) => !gone.has(seq)), snapshot].toSorted(
      (a, b) => a.seq - b.seq,
    )
  }

  prune(before: number): void {
    const upTo = prunableUpTo(this.#snapshots, before)
    this.#snapshots = this.#snapshots.filter(({ seq }) => seq >= upTo)
    this.#rows = this.#rows.filter(({ seq }) => seq > upTo)
  }

  isUncompacted(before: number): boolean {
    const from = this.#snapshots.at(-1)?.seq ?? 0
    const first = this.#rows.find(({ seq }) => seq > from)
    return first !== undefined && first.at < before
  }

  erase({ snapshot, authors }: Erasure): Erased {
    this.seq += 1
    this.generation += 1
    this.#erased = new Set([...this.#erased, ...this.authors.keys()])
    this.authors = new Map(authors)
    this.#rows = []
    this.#snapshots = [{ ...snapshot, seq: this.seq }]
    return { seq: this.seq, generation: this.generation }
  }

  stored(before: number): StoredDocument {
    const snapshot = this.#snapshots.findLast(({ seq }) => seq < before) ?? null
    const entries = this.#rows.filter(({ seq }) => seq > (snapshot?.seq ?? 0))
    return {
      seq: this.seq,
      generation: this.generation,
      snapshot,
      tail: entries.map(({ update }) => update),
      authors: new Map(this.authors),
      erased: this.#erased,
      intact: isIntact(this.seq, snapshot, entries),
    }
  }
}

/** A log that lives as long as the process: for tests, and the reference for the others. */
export const createMemoryLog = (): DocumentLog => {
  const documents = new Map<string, MemoryDocument>()
  const known = (documentId: string): MemoryDocument => {
    const document = documents.get(documentId)
    if (document === undefined) throw new Error('No such document in the log.')
    return document
  }
  const current = ({
    documentId,
    generation,
  }: Pick<Append, 'documentId' | 'generation'>): MemoryDocument | null => {
    const document = known(documentId)
    return document.generation === generation ? document : null
  }

  return {
    create: async (documentId, initial, at) => {
      if (documents.has(documentId)) return false
      const document = new MemoryDocument()
      if (initial !== null) document.add([initial], at)
      documents.set(documentId, document)
      return true
    },
    exists: async (documentId) => documents.has(documentId),
    load: async (documentId, before = Number.POSITIVE_INFINITY) =>
      documents.get(documentId)?.stored(before) ?? null,
    append: async (batch) => {
      for (const append of batch) known(append.documentId)
      return batch.map((append) => {
        const document = current(append)
        document?.add(append.entries, append.at)
        return document === null ? null : { documentId: append.documentId, seq: document.seq }
      })
    },
    compact: async (compaction) => {
      const document = current(compaction)
      document?.compact(compaction)
      return document !== null
    },
    prune: async (before) => {
      for (const document of documents.values()) document.prune(before)
    },
    uncompacted: async (before) =>
      [...documents].filter(([, document]) => document.isUncompacted(before)).map(([id]) => id),
    erase: async (erasure) => current(erasure)?.erase(erasure) ?? null,
    raiseGenerations: async (at) => {
      for (const document of documents.values())
        document.generation = Math.max(document.generation + 1, Math.floor(at / 1000))
    },
    probe: async () => {},
    authors: async (documentId) => new Map(documents.get(documentId)?.authors),
    heads: async () => [...documents].map(([documentId, { seq }]) => ({ documentId, seq })),
    close: async () => {},
  }
}
