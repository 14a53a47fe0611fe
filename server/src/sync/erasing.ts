import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { Clock } from './clock.ts'
import type { DocumentLog, Erased } from './log/document-log.ts'
import { renew } from './renewal.ts'
import type { Room } from './room.ts'
import { sealed } from './shrink.ts'

/**
 * Puts a document as it reads now in the place of all it ever was. The room ends with that: everybody in it is sent away
 * to come back to the new generation; when it fails, to what is there still.
 */
export const eraseRoom = async (
  room: Room,
  log: Pick<DocumentLog, 'erase'>,
  clock: Clock,
): Promise<Erased> => {
  try {
    const { state, authors } = renew(await room.end(), room.authors)
    const { documentId, generation } = room
    const snapshot = { ...sealed(state), seq: 0, at: clock.now() }
    const erased = await log.erase({ documentId, generation, base: room.seq, snapshot, authors })
    if (erased === null) throw new Error('Somebody else changed the document while it was erased.')
    const reason = String(erased.generation)
    for (const member of room.members) member.dismiss(closeCode.otherGeneration, reason)
    return erased
  } catch (error) {
    for (const member of room.members) member.dismiss()
    throw error
  }
}
