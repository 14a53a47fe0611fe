import * as Y from 'yjs'
import type { Batch } from './batch.ts'
import type { Member } from './member.ts'
import { updateFrame } from './protocol.ts'

/**
 * Sends what a commit made durable to everybody in the room, as one frame. A lone writer is left out; when several
 * wrote, each gets its own words back among the others', which Yjs ignores.
 */
export const broadcast = (members: ReadonlySet<Member>, batch: Batch): void => {
  const [onlyWriter] = batch.origins.size === 1 ? batch.origins : []
  const [first, ...rest] = batch.entries
  if (first === undefined) return
  let frame: Uint8Array | null = null
  for (const member of members) {
    if (member === onlyWriter) continue
    frame ??= updateFrame(
      rest.length === 0 ? first.update : Y.mergeUpdates(batch.entries.map(({ update }) => update)),
    )
    member.outbox.update(frame)
  }
}
