import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Doc } from 'yjs'
import type { Access, Account, OpenSocket } from './access.ts'
import type { DocumentLog, Head } from './log/document-log.ts'

/** Structured lines without content; pino fits. */
export type SyncLogger = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A deliberate defect, for proving that a test can fail. Never set it in a product. */
export type SyncFault = 'ack-before-commit'

/** What the document server is built from. */
export type SyncOptions = {
  readonly access: Access
  readonly log: DocumentLog
  /** Exact origins (scheme, host, port) from which browsers may connect. */
  readonly allowedOrigins: readonly string[]
  readonly clock?: { now(): number }
  readonly logger?: SyncLogger
  readonly limits?: Partial<WireLimits>
  readonly fault?: SyncFault
}

/** A change made by the server or found by a projection: document and the number of its last entry. */
export type Settled = Head

/** The document server, as the rest of the product sees it. */
export type Sync = {
  /** Takes over an HTTP upgrade for `/sync/<document id>`. Answers false, untouched, for any other path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Makes a document, empty or filled by `fill`. Resolves once durable; false when it was there already. */
  create(documentId: string, fill?: (doc: Doc) => void): Promise<boolean>
  exists(documentId: string): Promise<boolean>
  /** Looks at a document. The result is handed over once everything it saw is durable. Null: no such document. */
  read<T>(
    documentId: string,
    look: (doc: Doc) => T,
  ): Promise<{ readonly value: T; readonly seq: number } | null>
  /** Changes a document as a participant: same log, same broadcast. Resolves after the commit. Null: no such document. */
  write<T>(
    documentId: string,
    author: 'server',
    change: (doc: Doc) => T,
  ): Promise<{ readonly value: T; readonly seq: number } | null>
  /** Tells of documents that fell quiet. Answers how to stop listening. */
  onSettled(listen: (settled: Settled) => void | Promise<void>): () => void
  /** Which account first wrote with a Yjs client id; the server's own writes belong to `server`. */
  authors(documentId: string): Promise<ReadonlyMap<number, string>>
  /** Accounts with an open socket in the document, each once. */
  people(documentId: string): readonly Account[]
  /** The heads of all documents, for a projection that was away. */
  heads(): Promise<readonly Head[]>
  /** Asks again for every chosen socket and closes those whose access ended. */
  recheck(choose: (socket: OpenSocket) => boolean): Promise<void>
  /** Refuses newcomers, lets sockets go with 4503, commits everything and closes the log. */
  drain(): Promise<void>
}

/** Builds the document server. */
export declare const createSync: (options: SyncOptions) => Sync
