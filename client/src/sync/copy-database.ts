/**
 * The database behind one local copy. An update is kept when its transaction is complete, and not when it was asked for: a
 * full disk is an answer, too.
 */
import * as Y from 'yjs'

const updates = 'updates'
const custom = 'custom'
const confirmedKey = 'confirmed'

/** Rows after which a copy is written anew as one. */
const mostRows = 300

/** What a copy holds. */
export type Kept = {
  readonly updates: readonly Uint8Array[]
  /** The state that the server is known to have; undefined when that was never told. */
  readonly confirmed: Uint8Array | undefined
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused.')))
  })

const completed = (transaction: IDBTransaction): Promise<void> => {
  const done = new Promise<void>((resolve, reject) => {
    const refuse = (): void => reject(transaction.error ?? new Error('IndexedDB gave up.'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', refuse)
    transaction.addEventListener('error', refuse)
  })
  // A request that throws is the answer already; this one is then not waited for.
  done.catch(() => {})
  return done
}

/** Opens the database, and makes it where there is none. Rejects where the browser keeps nothing. */
export const openCopyDatabase = async (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(updates, { autoIncrement: true })
    request.result.createObjectStore(custom)
  })
  const database = await answer(request)
  // Somebody deletes it, in this tab or another one: let go at once.
  database.addEventListener('versionchange', () => database.close())
  return database
}

/** Everything that was kept. */
export const readCopy = async (database: IDBDatabase): Promise<Kept> => {
  const transaction = database.transaction([updates, custom], 'readonly')
  const [rows, confirmed] = await Promise.all([
    answer<Uint8Array[]>(transaction.objectStore(updates).getAll()),
    answer<Uint8Array | undefined>(transaction.objectStore(custom).get(confirmedKey)),
  ])
  return { updates: rows, confirmed }
}

/** Adds an update; resolves when it is kept. */
export const addToCopy = async (database: IDBDatabase, update: Uint8Array): Promise<void> => {
  const transaction = database.transaction([updates], 'readwrite')
  const done = completed(transaction)
  const store = transaction.objectStore(updates)
  store.add(update)
  const count = store.count()
  count.addEventListener('success', () => {
    if (count.result > mostRows) writeAsOne(store)
  })
  await done
}

/** In one transaction, so that another tab's rows are either among the old ones or come after the new one. */
const writeAsOne = (store: IDBObjectStore): void => {
  const all: IDBRequest<Uint8Array[]> = store.getAll()
  all.addEventListener('success', () => {
    const doc = new Y.Doc()
    for (const update of all.result) Y.applyUpdate(doc, update)
    store.clear()
    store.add(Y.encodeStateAsUpdate(doc))
    doc.destroy()
  })
}

/** Notes which state the server has. */
export const noteConfirmed = async (database: IDBDatabase, stateVector: Uint8Array): Promise<void> => {
  const transaction = database.transaction([custom], 'readwrite')
  const done = completed(transaction)
  transaction.objectStore(custom).put(stateVector, confirmedKey)
  await done
}
