import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Doc } from 'yjs'
import type { Context } from '../journal/context.ts'

interface Looked<T> {
  readonly value: T
  /** Number of the document's last entry. */
  readonly seq: number
}

/** What features ask of the document server; they answer null when there is no such document. */
export interface Documents {
  /** Makes a document; false when it was there already. */
  create(documentId: string, fill?: (doc: Doc) => void): Promise<boolean>
  read<T>(documentId: string, look: (doc: Doc) => T): Promise<Looked<T> | null>
  /** All of a document as one state, without deleted text. */
  state(documentId: string): Promise<Uint8Array | null>
  /** Changes a document as a participant, for the server or in somebody's name: the same log, the same broadcast. */
  write<T>(
    documentId: string,
    author: 'server' | MemberId,
    change: (doc: Doc) => T,
  ): Promise<Looked<T> | null>
  /** Which account wrote with a Yjs client id; the server's own writes belong to `server`. */
  authors(documentId: string): Promise<ReadonlyMap<number, string>>
  /** Who has it open now. */
  people(documentId: string): readonly { readonly id: string }[]
}

/** What features that read or write documents are handed. */
export interface DocumentContext extends Context {
  readonly documents: Documents
}
