/**
 * The copy of a document that this device keeps, one for each member, document and generation.
 *
 * 1. `kept` is true only when everything added before it was asked is on the disk.
 * 2. While one transaction runs the next gathers.
 * 3. After a write that failed the next one writes the whole document.
 * 4. A browser that keeps nothing is no error: the document lives in the tab, and `kept` says so.
 */
import * as Y from 'yjs'
import { addToCopy, type Kept, noteConfirmed, openCopyDatabase, readCopy } from './copy-database.ts'
import { type CopyOf, nameOfCopy } from './copy-name.ts'
import { deleteDatabase } from './delete-database.ts'
import { openCopies } from './open-copies.ts'

/** An open copy. */
export type LocalCopy = {
  readonly of: CopyOf
  /** Resolves when what was kept is in the document; false when this browser keeps nothing. */
  readonly loaded: Promise<boolean>
  /** Takes a change that is to be kept. */
  add(update: Uint8Array): void
  /** Whether everything that was added is on the disk; waits for it. */
  kept(): Promise<boolean>
  /** The state that the server is known to have, as of when the copy was opened or last confirmed. */
  confirmed(): Uint8Array | undefined
  /** Notes that the server has everything up to here. */
  confirm(stateVector: Uint8Array): Promise<void>
  close(): Promise<void>
  forget(): Promise<void>
}

type Batch = {
  readonly updates: Uint8Array[]
  readonly done: Promise<boolean>
  readonly settle: (isKept: boolean) => void
}

const newBatch = (): Batch => ({ updates: [], ...settleable() })

const settleable = () => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  return { done: promise, settle: resolve }
}

/** The origin of changes that come from the copy. */
export const fromCopy = 'local copy'

const nothing: Kept = { updates: [], confirmed: undefined }

/** What the disk spoiled is left out: the server has it, or nobody has. */
const applyIfWhole = (doc: Y.Doc, update: Uint8Array): void => {
  try {
    Y.decodeUpdate(update)
    Y.applyUpdate(doc, update, fromCopy)
  } catch {
    // The rest of the copy is as good as it was.
  }
}

/** Keeps a document on this device, as far as the browser lets it. */
export const keepLocalCopy = (doc: Y.Doc, of: CopyOf): LocalCopy => {
  const name = nameOfCopy(of)
  const opening: Promise<IDBDatabase | null> = Promise.resolve()
    .then(() => openCopyDatabase(name))
    .catch(() => null)
  let isClosed = false
  let owesAll = false
  let confirmed: Uint8Array | undefined
  let next: Batch | undefined
  let running: Batch | undefined

  const load = async (): Promise<boolean> => {
    const database = await opening
    if (database === null) return false
    const kept = await readCopy(database).catch(() => nothing)
    if (isClosed) return false
    confirmed = kept.confirmed
    const apply = (): void => {
      for (const update of kept.updates) applyIfWhole(doc, update)
    }
    Y.transact(doc, apply, fromCopy, false)
    return true
  }
  const loaded = load()

  const write = async ({ updates }: Batch): Promise<boolean> => {
    const isThere = await loaded
    const database = await opening
    if (!isThere || database === null) return false
    try {
      await addToCopy(database, owesAll ? Y.encodeStateAsUpdate(doc) : Y.mergeUpdates(updates))
      owesAll = false
      return true
    } catch {
      owesAll = true
      return false
    }
  }
  const pump = async (): Promise<void> => {
    if (running !== undefined || next === undefined) return
    running = next
    next = undefined
    running.settle(await write(running))
    running = undefined
    await pump()
  }

  const close = async (): Promise<void> => {
    openCopies.delete(entry)
    await (next ?? running)?.done
    isClosed = true
    const database = await opening
    database?.close()
  }
  const entry = { name, close }
  openCopies.add(entry)

  return {
    of,
    loaded,
    add: (update) => {
      if (isClosed) return
      next ??= newBatch()
      next.updates.push(update)
      void pump()
    },
    kept: async () => {
      if (owesAll && next === undefined && running === undefined) {
        next = newBatch()
        void pump()
      }
      const last = next ?? running
      if (last !== undefined) return last.done
      return (await loaded) && !isClosed
    },
    confirmed: () => confirmed,
    confirm: async (stateVector) => {
      confirmed = stateVector
      const database = await opening
      if (database !== null && !isClosed) await noteConfirmed(database, stateVector).catch(() => {})
    },
    close,
    forget: async () => {
      await close()
      if ((await opening) !== null) await deleteDatabase(name)
    },
  }
}
