/**
 * A batch as bytes in a file: length, checksum and round as 32-bit numbers (little endian), then the payload.
 *
 * A file is written again from its beginning when everything in it is elsewhere. The round, which grows each time and
 * goes into the checksum, tells the records of this time from what is left of an earlier one; the checksum tells a
 * record from one that a power cut left half written.
 */
import { crc32 } from 'node:zlib'
import { decodeBatch, encodeBatch, type Numbered } from '../batch-bytes.ts'

const headBytes = 12

/** One batch, ready to be written. */
export const encodeRecord = (round: number, batch: readonly Numbered[]): Uint8Array => {
  const payload = encodeBatch(batch)
  const record = new Uint8Array(headBytes + payload.length)
  const head = new DataView(record.buffer)
  head.setUint32(0, payload.length, true)
  head.setUint32(4, crc32(payload, round), true)
  head.setUint32(8, round, true)
  record.set(payload, headBytes)
  return record
}

/** What a file holds: its round, and the batches in the order in which they were written. */
export type Records = { readonly round: number; readonly batches: readonly (readonly Numbered[])[] }

/** Reads up to the first record that is not whole, or not of the first one's round. */
export const decodeRecords = (bytes: Uint8Array): Records => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const batches: Numbered[][] = []
  let round = 0
  for (let at = 0; at + headBytes <= bytes.length; ) {
    const payload = bytes.subarray(at + headBytes, at + headBytes + view.getUint32(at, true))
    const ownRound = view.getUint32(at + 8, true)
    const isWhole = payload.length > 0 && payload.length === view.getUint32(at, true)
    if (!isWhole || (round !== 0 && ownRound !== round)) break
    if (crc32(payload, ownRound) !== view.getUint32(at + 4, true)) break
    round = ownRound
    batches.push(decodeBatch(payload))
    at += headBytes + payload.length
  }
  return { round, batches }
}
