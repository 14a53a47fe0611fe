import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { wireLimits } from '@rondo/shared/wire/limits.ts'
import * as Y from 'yjs'
import { Admission } from './admission.ts'
import { type Clock, every, systemClock } from './clock.ts'
import { Committer } from './committer.ts'
import { Compactor } from './compaction.ts'
import { keepHouse } from './housekeeping.ts'
import type { Entry } from './log/document-log.ts'
import { refusalIn, StorageRefuses } from './log/storage-refuses.ts'
import type { SyncLogger, SyncOptions } from './options.ts'
import { Outbox } from './outbox.ts'
import { nowhere, takePart } from './participant.ts'
import { serverAccount } from './replica.ts'
import type { Room, Written } from './room.ts'
import { Rooms } from './rooms.ts'
import { Others } from './servers/others.ts'
import { meant } from './servers/whose.ts'
import { Settling } from './settling.ts'
import { shrinkThread } from './shrink-thread.ts'
import { Storage } from './storage.ts'
import type { Sync } from './sync.ts'
import { structure } from './touched.ts'
import { Upgrade } from './upgrade.ts'

const checkMs = 1_000
/** A whole document that nobody typed. */
const byServer: Written = { touched: new Set([structure]), writers: new Set([serverAccount]) }

const silent: SyncLogger = { info: () => {}, warn: () => {}, error: () => {} }

const initialEntry = (fill: (doc: Y.Doc) => void): Entry => {
  const doc = new Y.Doc({ gc: true })
  doc.transact(() => fill(doc))
  const entry = { update: Y.encodeStateAsUpdate(doc), accountId: serverAccount, newClients: [doc.clientID] }
  doc.destroy()
  return entry
}

/** Waits about `ms`, also where timers keep nothing alive. */
const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => void clock.after(ms, resolve))

/** The parts of a document server, for tests that bring their own sockets. */
export type Assembly = {
  readonly sync: Sync
  readonly admission: Admission
  readonly rooms: Rooms
  readonly committer: Committer
}

/** Builds the document server and shows its parts. */
export const assemble = (options: SyncOptions): Assembly => {
  const { access, log, allowedOrigins, clock = systemClock, logger = silent } = options
  const limits = { ...wireLimits, ...options.limits }
  const schema = options.schema ?? { min: 1, max: 1, minRead: 1 }
  const validate = options.validate ?? (() => null)
  const settling = new Settling(clock, limits, logger)
  const storage: Storage = new Storage({
    log,
    clock,
    logger,
    settled: () => rooms.retreated(),
    onChange: () => {
      for (const session of admission.sessions) session.storageChanged()
    },
  })
  const refusal = () => storage.refusal
  const committer = new Committer(log, clock, storage, limits, options.fault)
  const onCommitted = settling.note.bind(settling)
  const thread = shrinkThread()
  const compactor = new Compactor({
    log,
    clock,
    logger,
    shrink: options.shrink ?? ((entries) => thread.run(entries)),
  })
  const rooms: Rooms = new Rooms({
    log,
    clock,
    limits,
    logger,
    committer,
    compactor,
    fault: options.fault,
    onCommitted,
    others: () => others,
  })
  const admission: Admission = new Admission({
    access,
    rooms,
    clock,
    limits,
    logger,
    schema,
    validate,
    refusal,
  })
  const others: Others | null =
    options.fanOut === undefined
      ? null
      : new Others({
          fanOut: options.fanOut,
          log,
          clock,
          limits,
          logger,
          active: (documentId) => rooms.active(documentId),
          occupied: () => rooms.occupied(),
          onLost: (room, news) => rooms.abandon(room, news?.generation ?? null),
          recheck: (whose) => void admission.recheck(meant(whose)),
          looksByItself: options.fault !== 'hints-only',
        })
  let draining: Promise<void> | null = null
  const upgrade = new Upgrade({
    admission,
    allowedOrigins,
    clock,
    limits,
    trustedProxies: options.trustedProxies ?? [],
    isDraining: () => draining !== null,
  })

  const stopBeating = every(clock, limits.heartbeatMs, () => {
    for (const session of admission.sessions) session.beat()
    rooms.refreshPresence()
  })
  const stopChecking = every(clock, checkMs, () => {
    for (const session of admission.sessions) session.check()
    rooms.tidy()
  })
  const stopKeeping = keepHouse({ log, clock, limits, logger, compactor })

  const inRoom = async <T>(documentId: string, work: (room: Room) => Promise<T>): Promise<T | null> => {
    const open = await rooms.enter(documentId)
    if (open === null) return null
    try {
      return await work(open.room)
    } finally {
      open.leave()
    }
  }

  /** Whoever finds the storage refusing says so to all; while it does, nothing is tried. */
  const storing = async <T>(store: () => Promise<T>): Promise<T> => {
    if (storage.refusal !== null) throw storage.refusal
    try {
      return await store()
    } catch (error) {
      const found = refusalIn(error)
      if (found !== null) storage.refuse(found)
      throw found ?? error
    }
  }

  /** What was seen may have gone back to what is stored; then that is looked at. */
  const lookTwice = <T>(look: () => Promise<T>): Promise<T> =>
    look().catch((error: unknown) => (error instanceof StorageRefuses ? look() : Promise.reject(error)))

  const letGo = async (): Promise<void> => {
    const leaving = [...admission.sessions]
    for (const session of leaving) {
      session.close(closeCode.restarting, 'restarting')
      await pause(clock, limits.drainMs / leaving.length)
    }
    // Whoever acknowledges too early also leaves too early.
    if (options.fault !== 'ack-before-commit') await committer.idle()
    await settling.flush()
    stopBeating()
    stopChecking()
    stopKeeping()
    await others?.stop()
    await Promise.all([thread.stop(), compactor.stop()])
    storage.close()
    await log.close()
  }

  const sync: Sync = {
    handleUpgrade: (request, socket, head) => upgrade.handle(request, socket, head),
    create: async (documentId, fill) => {
      const initial = fill === undefined ? null : initialEntry(fill)
      const created = await storing(() => log.create(documentId, initial, clock.now()))
      if (created && fill !== undefined) settling.note(documentId, 1, byServer)
      return created
    },
    exists: (documentId) => log.exists(documentId),
    read: (documentId, look) => lookTwice(() => inRoom(documentId, (room) => room.work(look))),
    state: (documentId) => lookTwice(() => inRoom(documentId, (room) => room.whole())),
    write: (documentId, author, change) =>
      storing(() => inRoom(documentId, (room) => room.work(change, author))),
    participate: async (documentId, account) => {
      const open = await rooms.enter(documentId)
      return open === null ? null : takePart(open, account, new Outbox(nowhere, clock, limits))
    },
    onSettled: (listen, pace) => settling.listen(listen, pace),
    authors: async (documentId) => rooms.active(documentId)?.room.authors ?? log.authors(documentId),
    people: (documentId) => {
      const members = rooms.active(documentId)?.room.members ?? []
      return [...new Map([...members].map(({ account }) => [account.id, account])).values()]
    },
    heads: () => log.heads(),
    erase: async (documentId) => {
      const erased = await storing(() => rooms.erase(documentId))
      if (erased !== null) settling.note(documentId, erased.seq, byServer)
      return erased
    },
    trouble: () => storage.refusal?.trouble ?? null,
    recheck: (choose) => admission.recheck(choose),
    recheckEverywhere: (whose) => {
      others?.recheck(whose)
      return admission.recheck(meant(whose))
    },
    drain: () => {
      draining ??= letGo()
      return draining
    },
  }
  return { sync, admission, rooms, committer }
}

/** Builds the document server. */
export const createSync = (options: SyncOptions): Sync => assemble(options).sync
