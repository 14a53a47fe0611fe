/**
 * Files that somebody brought and the server does not have yet: kept on this device, so that nothing is lost when the
 * network, or the tab, goes. They belong to one member, and go with everything else of theirs.
 */

const DATABASE = 'rondo-files'
const STORE = 'files'
const LIFETIME = 30 * 24 * 3_600_000

export interface KeptFile {
  readonly key: string
  readonly memberId: string
  /** The document that it is for. */
  readonly documentId: string
  /** Where in the document; whoever keeps it knows how to read that. */
  readonly place: Uint8Array
  readonly file: Blob
  readonly at: number
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused.')))
  })

/** Only who keeps something makes the database; who looks for something finds it or does not. */
type Purpose = 'keep' | 'look'

/** Opened for each piece of work, which is seldom: nobody who deletes it has to wait for us. */
const within = async <T>(
  purpose: Purpose,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> => {
  try {
    const database = await open(purpose)
    const done = answer(work(database.transaction([STORE], 'readwrite').objectStore(STORE)))
    return await done.finally(() => database.close())
  } catch {
    return undefined
  }
}

const open = (purpose: Purpose): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => {
    if (purpose === 'keep') request.result.createObjectStore(STORE, { keyPath: 'key' })
    else request.transaction?.abort()
  })
  return answer(request)
}

/** Keeps a file. Where the browser keeps nothing, it is there as long as the tab. */
export const keepFile = async (file: KeptFile): Promise<void> => {
  await within('keep', (store) => store.put(file))
}

export const dropFile = async (key: string): Promise<void> => {
  await within('look', (store) => store.delete(key))
}

const all = async (): Promise<KeptFile[]> =>
  (await within<KeptFile[]>('look', (store) => store.getAll())) ?? []

/** The files of a member, the oldest first; of one document where it is named. */
export const filesKept = async (memberId: string, documentId?: string): Promise<KeptFile[]> =>
  (await all())
    .filter((one) => one.memberId === memberId && (documentId ?? one.documentId) === one.documentId)
    .toSorted((a, b) => a.at - b.at)

/** Deletes the files that are meant. */
const forget = async (isMeant: (file: KeptFile) => boolean): Promise<void> => {
  for (const { key } of (await all()).filter(isMeant)) await dropFile(key)
}

/** Deletes everything of a member. */
export const forgetFiles = (memberId: string): Promise<void> => forget((file) => file.memberId === memberId)

/** Deletes what nobody came back for. */
export const sweepFiles = (now: number = Date.now()): Promise<void> => forget(({ at }) => now - at > LIFETIME)
