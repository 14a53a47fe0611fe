/**
 * The few answers of the server that a page needs to open without it, kept on this device: for one member at a time, for
 * thirty days at most, and never the text of a document. Where the browser keeps nothing, nothing breaks.
 */

const DATABASE = 'rondo-answers'
const STORE = 'answers'
const OWNER = 'owner'
const LIFETIME = 30 * 24 * 3_600_000

interface Row {
  readonly at: number
  readonly data: unknown
}

let opening: Promise<IDBDatabase> | undefined
/** Nothing is kept before it is known whose it is. */
let owner: string | undefined

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused.')))
  })
}

/** Only who keeps something makes the database; who looks for something finds it or does not. */
type Purpose = 'keep' | 'look'

/** Another tab may be deleting it at this moment: then looking must not bring it back, but keeping may. */
function open(purpose: Purpose): Promise<IDBDatabase> {
  const before = opening
  const opened = before === undefined ? openAnew(purpose) : before.catch(() => openAnew(purpose))
  opening = opened
  opened.catch(() => {
    if (opening === opened) opening = undefined
  })
  return opened
}

async function openAnew(purpose: Purpose): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => {
    if (purpose === 'keep') request.result.createObjectStore(STORE)
    else request.transaction?.abort()
  })
  const database = await answer(request)
  database.addEventListener('versionchange', () => {
    opening = undefined
    database.close()
  })
  return database
}

async function within<T>(
  purpose: Purpose,
  work: (store: IDBObjectStore) => Promise<T> | T,
): Promise<T | undefined> {
  try {
    const database = await open(purpose)
    return await work(database.transaction([STORE], 'readwrite').objectStore(STORE))
  } catch {
    return undefined
  }
}

/** Says whose answers are kept from now on; those of anybody else go. */
export async function keepAnswersFor(memberId: string): Promise<void> {
  if (owner === memberId) return
  owner = memberId
  await within('keep', async (store) => {
    const before = await answer<Row | undefined>(store.get(OWNER))
    if (before?.data !== memberId) store.clear()
    store.put({ at: Date.now(), data: memberId } satisfies Row, OWNER)
  })
}

/** Keeps an answer under its name. */
export async function keepAnswer(name: string, data: unknown): Promise<void> {
  if (owner === undefined) return
  await within('keep', (store) => {
    store.put({ at: Date.now(), data } satisfies Row, name)
  })
}

/** The answer of an earlier visit; undefined when there is none, or none that is young enough. */
export async function keptAnswer(name: string, now = Date.now()): Promise<unknown> {
  const row = await within('look', (store) => answer<Row | undefined>(store.get(name)))
  return row === undefined || now - row.at > LIFETIME ? undefined : row.data
}

/** Forgets one answer: it is not for this member any more. */
export async function forgetAnswer(name: string): Promise<void> {
  await within('look', (store) => {
    store.delete(name)
  })
}

/** Forgets all of them, with the database. */
export async function forgetAnswers(): Promise<void> {
  owner = undefined
  const database = await opening?.catch(() => undefined)
  opening = undefined
  database?.close()
  if (typeof indexedDB !== 'undefined') await answer(indexedDB.deleteDatabase(DATABASE))
}
