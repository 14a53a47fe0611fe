import type { Append, DocumentLog, Entry, Head, Snapshot, StoredDocument } from './document-log.ts'

type Row = { readonly seq: number; readonly update: Uint8Array }

class MemoryDocument {
  seq = 0
  snapshot: Uint8Array | null = null
  rows: readonly Row[] = []
  readonly authors = new Map<number, string>()

  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.seq += 1
      this.rows = [...this.rows, { seq: this.seq, update: entry.update }]
      for (const client of entry.newClients) {
        if (!this.authors.has(client)) this.authors.set(client, entry.accountId)
      }
    }
  }

  compact({ seq, state }: Snapshot): void {
    this.snapshot = state
    this.rows = this.rows.filter((row) => row.seq > seq)
  }

  stored(): StoredDocument {
    return {
      seq: this.seq,
      generation: 1,
      snapshot: this.snapshot,
      tail: this.rows.map((row) => row.update),
      authors: new Map(this.authors),
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

  return {
    create: async (documentId, initial) => {
      if (documents.has(documentId)) return false
      const document = new MemoryDocument()
      if (initial !== null) document.add([initial])
      documents.set(documentId, document)
      return true
    },
    exists: async (documentId) => documents.has(documentId),
    load: async (documentId) => documents.get(documentId)?.stored() ?? null,
    append: async (batch: readonly Append[]): Promise<readonly Head[]> => {
      for (const append of batch) known(append.documentId)
      return batch.map(({ documentId, entries }) => {
        const document = known(documentId)
        document.add(entries)
        return { documentId, seq: document.seq }
      })
    },
    compact: async (snapshot) => known(snapshot.documentId).compact(snapshot),
    authors: async (documentId) => new Map(documents.get(documentId)?.authors),
    heads: async () => [...documents].map(([documentId, { seq }]) => ({ documentId, seq })),
    close: async () => {},
  }
}
