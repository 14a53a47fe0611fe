import * as Y from 'yjs'
import type { Batch } from './batch.ts'
import type { Member } from './member.ts'
import { updateFrame } from './protocol.ts'

const frameOf = ({ entries }: Batch): Uint8Array => {
  const updates = entries.map(({ update }) => update)
  const [first] = updates
  return updateFrame(updates.length === 1 && first !== undefined ? first : Y.mergeUpdates(updates))
}

const sendBoth = ({ outbox }: Member, frame: Uint8Array, acknowledge: (() => void) | null): void => {
  if (acknowledge === null) outbox.update(frame)
  else
    outbox.together(() => {
      outbox.update(frame)
      acknowledge()
    })
}

/**
 * Sends what a commit made durable to everybody in the room as one frame, and each writer its acknowledgement with it.
 * A lone writer gets only that; when several wrote, each gets its own words back among the others', which Yjs ignores.
 */
export const broadcast = (members: ReadonlySet<Member>, batch: Batch, seq: number): void => {
  const [onlyWriter] = batch.origins.size === 1 ? batch.origins : []
  let frame: Uint8Array | null = null
  for (const member of members) {
    const count = batch.acknowledgements.get(member)
    const acknowledge = count === undefined ? null : () => member.acknowledge(count, seq)
    if (member === onlyWriter) acknowledge?.()
    else {
      frame ??= frameOf(batch)
      sendBoth(member, frame, acknowledge)
    }
  }
}
