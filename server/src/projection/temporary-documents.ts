import * as Y from 'yjs'

interface Kept {
  doc: Y.Doc
  seq: number
  authors: Map<number, string>
}

/** For tests: documents in memory, with the front door that features see of the document server. */
export const temporaryDocuments = () => {
  const kept = new Map<string, Kept>()
  const listeners = new Set<(settled: { documentId: string; seq: number; writers: Set<string> }) => void>()
  const writers = new Map<string, Set<string>>()
  let present: readonly { id: string }[] = []

  /** Changes a document as somebody at a keyboard does: by a client of their own. */
  const change = <T>(documentId: string, author: string, edit: (doc: Y.Doc) => T): T | null => {
    const found = kept.get(documentId)
    if (found === undefined) return null
    const client = new Y.Doc()
    Y.applyUpdate(client, Y.encodeStateAsUpdate(found.doc))
    const value = edit(client)
    Y.applyUpdate(found.doc, Y.encodeStateAsUpdate(client, Y.encodeStateVector(found.doc)))
    found.authors.set(client.clientID, author)
    found.seq += 1
    writers.set(documentId, (writers.get(documentId) ?? new Set()).add(author))
    return value
  }

  return {
    create: async (documentId: string, fill?: (doc: Y.Doc) => void): Promise<boolean> => {
      if (kept.has(documentId)) return false
      kept.set(documentId, { doc: new Y.Doc(), seq: 0, authors: new Map() })
      change(documentId, 'server', fill ?? (() => undefined))
      return true
    },
    read: async <T>(documentId: string, look: (doc: Y.Doc) => T) => {
      const found = kept.get(documentId)
      return found === undefined ? null : { value: look(found.doc), seq: found.seq }
    },
    state: async (documentId: string) => {
      const found = kept.get(documentId)
      return found === undefined ? null : Y.encodeStateAsUpdate(found.doc)
    },
    write: async <T>(documentId: string, author: string, edit: (doc: Y.Doc) => T) => {
      const value = change(documentId, author, edit)
      const found = kept.get(documentId)
      return found === undefined ? null : { value: value as T, seq: found.seq }
    },
    authors: async (documentId: string): Promise<ReadonlyMap<number, string>> =>
      kept.get(documentId)?.authors ?? new Map(),
    people: (_documentId: string) => present,
    /** These people, and nobody else, have every document open. */
    seat: (...ids: string[]) => {
      present = ids.map((id) => ({ id }))
    },
    heads: async () => [...kept].map(([documentId, { seq }]) => ({ documentId, seq })),
    onSettled: (listen: (settled: { documentId: string; seq: number; writers: Set<string> }) => void) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    change,
    /** Tells the projections that a document fell quiet. */
    settle: (documentId: string) => {
      const settled = { documentId, seq: kept.get(documentId)?.seq ?? 0 }
      for (const listen of listeners) listen({ ...settled, writers: writers.get(documentId) ?? new Set() })
      writers.delete(documentId)
    },
  }
}
