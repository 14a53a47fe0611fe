import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Doc } from 'yjs'
import type { Account, OpenSocket } from './access.ts'
import type { Erased, Head } from './log/document-log.ts'
import type { StorageTrouble } from './log/storage-refuses.ts'
import type { Participant } from './participant.ts'
import type { Durable } from './room.ts'
import type { Whose } from './servers/topics.ts'
import type { Pace, Settled } from './settling.ts'

/** The document server, as the rest of the product sees it. */
export type Sync = {
  /** Takes over an HTTP upgrade for `/sync/<document id>`. Answers false, untouched, for any other path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Makes a document, empty or filled by `fill`. Resolves once durable; false when it was there already. */
  create(documentId: string, fill?: (doc: Doc) => void): Promise<boolean>
  exists(documentId: string): Promise<boolean>
  /** Looks at a document. The result is handed over once everything it saw is durable. Null: no such document. */
  read<T>(documentId: string, look: (doc: Doc) => T): Promise<Durable<T> | null>
  /** A document as one state, once all of it is durable; nothing is built for that. Null: no such document. */
  state(documentId: string): Promise<Uint8Array | null>
  /**
   * Changes a document for the server (`server`) or in an account's name: same log, same broadcast. Resolves after the
   * commit. Null: no such document.
   */
  write<T>(documentId: string, author: string, change: (doc: Doc) => T): Promise<Durable<T> | null>
  /** Seats an account in a document without a socket: the others see it like anybody. Null: no such document. */
  participate(documentId: string, account: Account): Promise<Participant | null>
  /** Tells of documents that changed, at the pace asked for (`live`). Answers how to stop listening. */
  onSettled(listen: (settled: Settled) => void | Promise<void>, pace?: Pace): () => void
  /** Which account first wrote with a Yjs client id; the server's own writes belong to `server`. */
  authors(documentId: string): Promise<ReadonlyMap<number, string>>
  /** Accounts with an open socket in the document, each once. */
  people(documentId: string): readonly Account[]
  /** The heads of all documents, for a projection that was away. */
  heads(): Promise<readonly Head[]>
  /** Why nothing can be stored right now; null when it can. */
  trouble(): StorageTrouble | null
  /**
   * Erases for good: the document as it reads now takes the place of all it ever was. Everybody is sent away with 4409,
   * and no copy of what was erased is taken back. Resolves once none of it is on the disk. Null: no such document.
   */
  erase(documentId: string): Promise<Erased | null>
  /** Asks again for every chosen socket and closes those whose access ended. */
  recheck(choose: (socket: OpenSocket) => boolean): Promise<void>
  /** The same on every server of the log, for those sockets that are in all lists given. */
  recheckEverywhere(whose: Whose): Promise<void>
  /** Refuses newcomers, lets sockets go with 4503, commits everything and closes the log. */
  drain(): Promise<void>
}
