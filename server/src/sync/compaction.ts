/**
 * Puts one state in the place of a long row of entries, so that a document opens fast whatever its age.
 *
 * 1. Only a room whose every edit is on disk is compacted: the state is exactly that of its number.
 * 2. Before the swap the state is read back into an empty document and must come out the same.
 * 3. The swap is one transaction of the log; entries that came meanwhile have a higher number and stay.
 */
import type { Clock } from './clock.ts'
import { buildDoc, hasPending } from './load.ts'
import { sha256Of } from './log/checksum.ts'
import type { DocumentLog } from './log/document-log.ts'
import type { Room } from './room.ts'

/** Compacts a room if it can be. Answers whether it was. */
export const compact = async (room: Room, log: DocumentLog, clock: Clock): Promise<boolean> => {
  const durable = room.durableState
  if (durable === null) return false
  const copy = buildDoc({ snapshot: null, tail: [durable.state] })
  const same = !hasPending(copy) && room.equals(copy)
  copy.destroy()
  if (!same) throw new Error('A compacted document does not read back as it was.')
  const sha256 = sha256Of(durable.state)
  const snapshot = { ...durable, sha256, yjsVersion: '13', at: clock.now() }
  await log.compact({ documentId: room.documentId, generation: room.generation, snapshot })
  room.compacted(durable.seq)
  return true
}
