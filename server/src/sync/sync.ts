import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { wireLimits } from '@rondo/shared/wire/limits.ts'
import * as Y from 'yjs'
import type { Account, OpenSocket } from './access.ts'
import { Admission } from './admission.ts'
import { type Clock, every, systemClock } from './clock.ts'
import { Committer } from './committer.ts'
import type { Entry, Head } from './log/document-log.ts'
import type { SyncLogger, SyncOptions } from './options.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { Settling } from './settling.ts'
import { Upgrade } from './upgrade.ts'

const checkMs = 1_000

/** A change made by the server or found by a projection: document and the number of its last entry. */
export type Settled = Head

/** The document server, as the rest of the product sees it. */
export type Sync = {
  /** Takes over an HTTP upgrade for `/sync/<document id>`. Answers false, untouched, for any other path. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Makes a document, empty or filled by `fill`. Resolves once durable; false when it was there already. */
  create(documentId: string, fill?: (doc: Y.Doc) => void): Promise<boolean>
  exists(documentId: string): Promise<boolean>
  /** Looks at a document. The result is handed over once everything it saw is durable. Null: no such document. */
  read<T>(
    documentId: string,
    look: (doc: Y.Doc) => T,
  ): Promise<{ readonly value: T; readonly seq: number } | null>
  /** Changes a document as a participant: same log, same broadcast. Resolves after the commit. Null: no such document. */
  write<T>(
    documentId: string,
    author: 'server',
    change: (doc: Y.Doc) => T,
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

const silent: SyncLogger = { info: () => {}, warn: () => {}, error: () => {} }

const initialEntry = (fill: (doc: Y.Doc) => void): Entry => {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => fill(doc))
  const entry = { update: Y.encodeStateAsUpdate(doc), accountId: 'server', newClients: [doc.clientID] }
  doc.destroy()
  return entry
}

/** Waits about `ms`, also where timers keep nothing alive. */
const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => void clock.after(ms, resolve))

/** Builds the document server. */
export const createSync = (options: SyncOptions): Sync => {
  const { access, log, allowedOrigins, clock = systemClock, logger = silent } = options
  const limits = { ...wireLimits, ...options.limits }
  const schema = options.schema ?? { min: 1, max: 1 }
  const validate = options.validate ?? (() => null)
  const settling = new Settling(clock, limits, logger)
  const committer = new Committer(log, clock, options.fault)
  const onCommitted = settling.note.bind(settling)
  const rooms = new Rooms({ log, clock, limits, logger, committer, onCommitted })
  const admission = new Admission({ access, rooms, clock, limits, logger, schema, validate })
  let draining: Promise<void> | null = null
  const upgrade = new Upgrade({
    admission,
    allowedOrigins,
    clock,
    limits,
    isDraining: () => draining !== null,
  })

  const stopBeating = every(clock, limits.heartbeatMs, () => {
    for (const session of admission.sessions) session.beat()
    rooms.refreshPresence()
  })
  const stopChecking = every(clock, checkMs, () => {
    for (const session of admission.sessions) session.check()
  })

  const inRoom = async <T>(documentId: string, work: (room: Room) => Promise<T>): Promise<T | null> => {
    const open = await rooms.enter(documentId)
    if (open === null) return null
    try {
      return await work(open.room)
    } finally {
      open.leave()
    }
  }

  const letGo = async (): Promise<void> => {
    const leaving = [...admission.sessions]
    for (const session of leaving) {
      session.close(closeCode.restarting, 'restarting')
      await pause(clock, limits.drainMs / leaving.length)
    }
    await committer.idle()
    await settling.flush()
    stopBeating()
    stopChecking()
    await log.close()
  }

  return {
    handleUpgrade: (request, socket, head) => upgrade.handle(request, socket, head),
    create: async (documentId, fill) => {
      const created = await log.create(
        documentId,
        fill === undefined ? null : initialEntry(fill),
        clock.now(),
      )
      if (created && fill !== undefined) settling.note(documentId, 1)
      return created
    },
    exists: (documentId) => log.exists(documentId),
    read: (documentId, look) => inRoom(documentId, (room) => room.look(look)),
    write: (documentId, _author, change) => inRoom(documentId, (room) => room.change(change)),
    onSettled: (listen) => settling.listen(listen),
    authors: async (documentId) => rooms.active(documentId)?.room.authors ?? log.authors(documentId),
    people: (documentId) => {
      const members = rooms.active(documentId)?.room.members ?? []
      return [...new Map([...members].map(({ account }) => [account.id, account])).values()]
    },
    heads: () => log.heads(),
    recheck: (choose) => admission.recheck(choose),
    drain: () => {
      draining ??= letGo()
      return draining
    },
  }
}
