/** The copy of a document that this device keeps, one for each member, document and generation. */
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** Whose copy, and of which document in which generation. */
export type CopyOf = {
  readonly memberId: string
  readonly documentId: string
  readonly generation: number
}

/** An open copy. */
export type LocalCopy = {
  /** Resolves when what was kept is in the document; false when this browser keeps nothing. */
  readonly loaded: Promise<boolean>
  /** Resolves when everything written so far is on the disk; false when it is not. */
  flushed(): Promise<boolean>
  close(): Promise<void>
  forget(): Promise<void>
}

const separator = ':'
const copyName = /^[^:]+:[^:]+:\d+$/
const open = new Set<{ readonly name: string; readonly close: () => Promise<void> }>()

/** The name of the database. */
export const nameOfCopy = ({ memberId, documentId, generation }: CopyOf): string =>
  [memberId, documentId, generation].join(separator)

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('A local copy could not be deleted.')),
    )
  })

/** Waits behind every earlier write: transactions on one store keep their order. */
const behindWrites = (database: IDBDatabase): Promise<boolean> =>
  new Promise((resolve) => {
    const transaction = database.transaction(['updates'], 'readonly')
    const request = transaction.objectStore('updates').count()
    request.addEventListener('success', () => resolve(true))
    transaction.addEventListener('abort', () => resolve(false))
  })

const nothing: LocalCopy = {
  loaded: Promise.resolve(false),
  flushed: async () => false,
  close: async () => {},
  forget: async () => {},
}

/** Keeps a document on this device, as far as the browser lets it. */
export const keepLocalCopy = (doc: Y.Doc, of: CopyOf): LocalCopy => {
  if (typeof indexedDB === 'undefined') return nothing
  const name = nameOfCopy(of)
  const persistence = new IndexeddbPersistence(name, doc)
  const loaded = Promise.race([
    persistence.whenSynced.then(() => true),
    persistence._db.then(() => true),
  ]).then(
    async () => {
      await persistence.whenSynced
      return true
    },
    () => false,
  )
  const entry = {
    name,
    close: async () => {
      open.delete(entry)
      await persistence.destroy().catch(() => {})
    },
  }
  open.add(entry)
  return {
    loaded,
    flushed: async () => (persistence.db === null ? false : behindWrites(persistence.db).catch(() => false)),
    close: entry.close,
    forget: async () => {
      await entry.close()
      await deleteDatabase(name)
    },
  }
}

/**
 * Deletes the local copies of one member, or of everybody: at sign-out, and wherever somebody else may sit down next.
 * Open copies are closed first.
 */
export const forgetLocalCopies = async (memberId?: string): Promise<void> => {
  const isMeant = (name: string): boolean =>
    copyName.test(name) && (memberId === undefined || name.startsWith(`${memberId}${separator}`))
  if (typeof indexedDB === 'undefined') return
  await Promise.all([...open].filter(({ name }) => isMeant(name)).map(({ close }) => close()))
  const databases = await indexedDB.databases()
  await Promise.all(
    databases.flatMap(({ name }) => (name !== undefined && isMeant(name) ? [deleteDatabase(name)] : [])),
  )
}
