/**
 * Lets go of images that nothing refers to, and of bytes that were given up.
 *
 * 1. What is to be removed is written down in the transaction that gives it up, and struck out when it is removed: a
 *    server that ends in between removes it at its next start.
 * 2. A device that was away may bring an image back for as long as its copy of the page lives: so long it is kept.
 * 3. Bytes that no image owns are left over from a server that ended while it took them in.
 */
import type { FileId, PageId } from '@rondo/shared/kernel/id.ts'
import { DAY, MINUTE } from '@rondo/shared/kernel/time.ts'
import { transact } from '../platform/db/database.ts'
import { type ImageContext, nameOf, ROOM } from './image-context.ts'
import {
  deleteImages,
  findDebts,
  findUnneeded,
  type Given,
  knownAmong,
  oweRemoval,
  payDebt,
} from './store.ts'

const KEPT_FOR = 30 * DAY
/** Somebody may be putting it into the page at this moment. */
const JUST_NOW = 10 * MINUTE
const AT_ONCE = 200

type Ground = Pick<ImageContext, 'db' | 'files' | 'clock'>

/** Lets go of everything that nothing refers to since long, and of what no image owns. */
export const letGoOfUnneeded = async (context: Ground): Promise<void> => {
  await giveUp(context, { neededBefore: context.clock.now() - KEPT_FOR })
  await removeOwed(context)
  await removeOrphans(context)
}

/** Lets go of what was deleted from a page whose past is erased. */
export const letGoOfErased = async (context: Ground, pageId: PageId): Promise<void> => {
  await giveUp(context, { pageId, takenBefore: context.clock.now() - JUST_NOW })
  await removeOwed(context)
}

/** Removes the bytes that were given up. */
export const removeOwed = async ({ db, files }: Pick<Ground, 'db' | 'files'>): Promise<void> => {
  for (const fileId of await findDebts(db.read)) {
    await files.remove(nameOf(fileId))
    await transact(db, (tx) => payDebt(tx, fileId))
  }
}

/** One that stood in for another goes after it, so this goes on while there is something to find. */
const giveUp = async ({ db }: Ground, given: Given): Promise<void> => {
  for (let found = AT_ONCE; found > 0; )
    found = await transact(db, async (tx) => {
      const ids = await findUnneeded(tx, given, AT_ONCE)
      if (ids.length === 0) return 0
      await oweRemoval(tx, ids)
      await deleteImages(tx, ids)
      return ids.length
    })
}

const removeOrphans = async ({ db, files, clock }: Ground): Promise<void> => {
  const old: FileId[] = []
  for await (const { name, changedAt } of files.list(ROOM))
    if (changedAt < clock.now() - DAY) old.push(name.slice(ROOM.length + 1) as FileId)
  for (let from = 0; from < old.length; from += AT_ONCE) {
    const some = old.slice(from, from + AT_ONCE)
    const known = await knownAmong(db.read, some)
    for (const fileId of some) if (!known.has(fileId)) await files.remove(nameOf(fileId))
  }
}
