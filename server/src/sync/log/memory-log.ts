import { crcOf, isIntact, type StoredEntry } from './checksum.ts'
import { contradict } from './contradiction.ts'
import type {
  Append,
  Compaction,
  DocumentLog,
  Entry,
  Erased,
  Erasure,
  News,
  Snapshot,
  StoredDocument,
  WrittenEntry,
} from './document-log.ts'
import { prunableUpTo, supersededForGood } from './retention.ts'

type Row = StoredEntry & WrittenEntry & { readonly at: number }

const updateOf = ({ update }: Entry): Uint8Array => update

class MemoryDocument {
  seq = 0
  generation = 1
  #snapshots: readonly Snapshot[] = []
  #rows: readonly Row[] = []
  #erased: ReadonlySet<number> = new Set()
  authors = new Map<number, string>()

  add(entries: readonly Entry[], at: number): void {
    for (const { update, accountId, ...entry } of entries) {
      this.seq += 1
      const newClients = entry.newClients.filter((client) => !this.authors.has(client))
      this.#rows = [...this.#rows, { seq: this.seq, update, accountId, newClients, crc: crcOf(update), at }]
      for (const client of newClients) this.authors.set(client, accountId)
    }
  }

  /** Whether other servers were first with something that these entries bring, too. */
  contradicts({ entries, base = this.seq }: Append): boolean {
    const isAnothers = entries.some(({ newClients, accountId }) =>
      newClients.some((client) => (this.authors.get(client) ?? accountId) !== accountId),
    )
    const between = this.#rows.filter(({ seq }) => seq > base)
    return isAnothers || contradict(entries.map(updateOf), between.map(updateOf))
  }

  news(after: number): News {
    const rows = this.#rows.filter(({ seq }) => seq > after)
    const entries = rows.map(({ seq, update, accountId, newClients }) => ({
      seq,
      update,
      accountId,
      newClients,
    }))
    const isWhole = this.seq <= after || after + rows.length === this.seq
    return { seq: this.seq, generation: this.generation, entries: isWhole ? entries : null }
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
    since: async (documentId, seq) => documents.get(documentId)?.news(seq) ?? null,
    append: async (batch) => {
      for (const append of batch) known(append.documentId)
      return batch.map((append) => {
        const document = current(append)
        if (document === null || document.contradicts(append)) return null
        document.add(append.entries, append.at)
        return { documentId: append.documentId, seq: document.seq }
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
    erase: async (erasure) => {
      const document = current(erasure)
      return document === null || document.seq > (erasure.base ?? document.seq)
        ? null
        : document.erase(erasure)
    },
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
