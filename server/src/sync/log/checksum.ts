/** What every log on disk checks when it reads: that the bytes are those that were written, and that none are missing. */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Snapshot } from './document-log.ts'

/** An entry as it is read. `crc` is null for those written before there were checksums. */
export type StoredEntry = {
  readonly seq: number
  readonly update: Uint8Array
  readonly crc: number | null
}

/** Checksum of an entry. */
export const crcOf = (update: Uint8Array): number => crc32(update)

/** Checksum of a state, in hexadecimal. */
export const sha256Of = (state: Uint8Array): string => createHash('sha256').update(state).digest('hex')

/** Whether a snapshot and the entries after it are whole, up to and including entry `seq`. */
export const isIntact = (
  seq: number,
  snapshot: Snapshot | null,
  entries: readonly StoredEntry[],
): boolean => {
  const from = snapshot?.seq ?? 0
  return (
    from + entries.length === seq &&
    (snapshot === null || sha256Of(snapshot.state) === snapshot.sha256) &&
    entries.every(
      (entry, i) => entry.seq === from + 1 + i && (entry.crc ?? crcOf(entry.update)) === crcOf(entry.update),
    )
  )
}
