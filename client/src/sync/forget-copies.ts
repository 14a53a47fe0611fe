/** Deletes local copies. It needs no Yjs, so that it can be done before anything else has loaded. */
import { copyOfName } from './copy-name.ts'
import { forgetRecords, mayBeUsed, recordOf } from './copy-records.ts'
import { deleteDatabase } from './delete-database.ts'
import { openCopies } from './open-copies.ts'

const copyDatabases = async (): Promise<readonly string[]> => {
  if (typeof indexedDB === 'undefined') return []
  const databases = await indexedDB.databases().catch(() => [])
  return databases.flatMap(({ name }) => (name !== undefined && copyOfName(name) !== undefined ? [name] : []))
}

const forget = async (isMeant: (name: string) => boolean): Promise<void> => {
  await Promise.all([...openCopies].filter(({ name }) => isMeant(name)).map(({ close }) => close()))
  const names = await copyDatabases()
  await Promise.all(names.filter(isMeant).map(deleteDatabase))
}

/**
 * Deletes the local copies of one member, or of everybody, and all that is remembered of them: at sign-out, and wherever
 * somebody else may sit down next. Open copies are closed first.
 */
export const forgetLocalCopies = async (memberId?: string): Promise<void> => {
  forgetRecords(memberId)
  await forget((name) => memberId === undefined || copyOfName(name)?.memberId === memberId)
  forgetRecords(memberId)
}

/** Whether a copy has had its time: nobody was let in for too long, or it is of a state that was given up. */
const isPast = (name: string, now: number): boolean => {
  const copy = copyOfName(name)
  if (copy === undefined) return false
  const record = recordOf(copy.memberId, copy.documentId)
  const known = record.read()
  if (known !== undefined) return !mayBeUsed(known, now) || known.generation !== copy.generation
  // Nobody knows since when it is here: from now on it is known.
  record.write({ generation: copy.generation, letInAt: now, isWhole: false, isDoomed: false })
  return false
}

/** Deletes the copies whose time is over. */
export const sweepCopies = async (now: number = Date.now()): Promise<void> => {
  const names = await copyDatabases()
  const past = new Set(names.filter((name) => isPast(name, now)))
  await forget((name) => past.has(name))
}
