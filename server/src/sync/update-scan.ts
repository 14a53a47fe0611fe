/**
 * Walks through a Yjs update (V1) without building anything, before Yjs is allowed to see it.
 *
 * Yjs believes the counts it reads: seven bytes that declare thirty million structs make it allocate hundreds of
 * megabytes. A declared thing takes at least one byte, so a count above the bytes that remain is a lie.
 *
 * 1. Time and memory are bounded by the length of the update.
 * 2. What passes has only kinds of content that a document of ours may hold, and no bytes left over.
 * 3. The answer names every client whose structs are inside, with the clock before the first and after the last.
 */

import { resyncReason } from '@rondo/shared/wire/close-code.ts'
import { createDecoder, type Decoder, readUint8, readVarUint } from 'lib0/decoding'
import { FrameError } from './frame-error.ts'

/** A run of structs by one client: clocks `from` (included) to `to` (excluded). */
type ClientRun = { readonly client: number; readonly from: number; readonly to: number }

/** What an update says it holds. */
export type UpdateScan = { readonly runs: readonly ClientRun[]; readonly empty: boolean }

const has = { origin: 0x80, rightOrigin: 0x40, parentSub: 0x20 } as const
const contentBits = 0x1f
const skip = 10
const typesWithName = new Set([3, 5])
const typeCount = 7

const remaining = (decoder: Decoder): number => decoder.arr.length - decoder.pos

const readCount = (decoder: Decoder): number => {
  const count = readVarUint(decoder)
  if (count > remaining(decoder)) throw new FrameError('declares more than it holds')
  return count
}

const skipBytes = (decoder: Decoder): void => {
  const length = readCount(decoder)
  decoder.pos += length
}

/** Passes over a UTF-8 string and counts its UTF-16 units, which is how Yjs measures text. */
const skipText = (decoder: Decoder): number => {
  const length = readCount(decoder)
  const end = decoder.pos + length
  let units = 0
  for (let at = decoder.pos; at < end; at++) {
    const byte = decoder.arr[at] ?? 0
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  decoder.pos = end
  return units
}

const skipId = (decoder: Decoder): void => {
  readVarUint(decoder)
  readVarUint(decoder)
}

const repeat = (count: number, step: () => void): void => {
  for (let i = 0; i < count; i++) step()
}

const skipValue = (decoder: Decoder, depth: number): void => {
  if (depth < 0) throw new FrameError('nests too deep')
  const kind = readUint8(decoder)
  switch (kind) {
    case 127:
    case 126:
    case 121:
    case 120:
      return
    case 125:
      while (readUint8(decoder) >= 0x80);
      return
    case 124:
      decoder.pos += 4
      return
    case 123:
    case 122:
      decoder.pos += 8
      return
    case 119:
    case 116:
      skipBytes(decoder)
      return
    case 118:
      repeat(readCount(decoder), () => {
        skipBytes(decoder)
        skipValue(decoder, depth - 1)
      })
      return
    case 117:
      repeat(readCount(decoder), () => skipValue(decoder, depth - 1))
      return
    default:
      throw new FrameError('holds a value of no known kind')
  }
}

const skipType = (decoder: Decoder): void => {
  const type = readVarUint(decoder)
  if (type >= typeCount) throw new FrameError('holds a type of no known kind')
  if (typesWithName.has(type)) skipBytes(decoder)
}

/** Passes over an item's content and answers by how much it moves the clock. */
const skipContent = (decoder: Decoder, kind: number, depth: number): number => {
  switch (kind) {
    case 1:
      return readVarUint(decoder)
    case 2: {
      const count = readCount(decoder)
      repeat(count, () => skipBytes(decoder))
      return count
    }
    case 3:
    case 5:
      skipBytes(decoder)
      return 1
    case 4:
      return skipText(decoder)
    case 6:
      skipBytes(decoder)
      skipBytes(decoder)
      return 1
    case 7:
      skipType(decoder)
      return 1
    case 8: {
      const count = readCount(decoder)
      repeat(count, () => skipValue(decoder, depth))
      return count
    }
    default:
      throw new FrameError('holds content of no known kind')
  }
}

/**
 * Passes over what a struct hangs on. That a client's own struct is not there yet, Yjs finds out when it has applied
 * half of the update, and fails.
 */
const skipAnchor = (decoder: Decoder, client: number, clock: number): void => {
  const isOwn = readVarUint(decoder) === client
  if (readVarUint(decoder) >= clock && isOwn) throw new FrameError('builds on what comes after it')
}

const skipParent = (decoder: Decoder, info: number, client: number, clock: number): void => {
  const byName = readVarUint(decoder) === 1
  if (byName) skipBytes(decoder)
  else skipAnchor(decoder, client, clock)
  if ((info & has.parentSub) !== 0) skipBytes(decoder)
}

const skipStruct = (decoder: Decoder, depth: number, client: number, clock: number): number => {
  const info = readUint8(decoder)
  if (info === skip) throw new FrameError('has a gap', resyncReason)
  const kind = info & contentBits
  if (kind === 0) return readVarUint(decoder)
  if ((info & has.origin) !== 0) skipAnchor(decoder, client, clock)
  if ((info & has.rightOrigin) !== 0) skipAnchor(decoder, client, clock)
  if ((info & (has.origin | has.rightOrigin)) === 0) skipParent(decoder, info, client, clock)
  return skipContent(decoder, kind, depth)
}

const skipRun = (decoder: Decoder, depth: number): ClientRun => {
  const structs = readCount(decoder)
  const client = readVarUint(decoder)
  const from = readVarUint(decoder)
  let to = from
  repeat(structs, () => {
    const length = skipStruct(decoder, depth, client, to)
    if (length === 0) throw new FrameError('holds a struct of no length')
    to += length
    if (decoder.pos > decoder.arr.length) throw new FrameError('ends too early')
  })
  if (!Number.isSafeInteger(to)) throw new FrameError('moves a clock out of all bounds')
  return { client, from, to }
}

const skipDeletions = (decoder: Decoder): boolean => {
  let none = true
  repeat(readCount(decoder), () => {
    readVarUint(decoder)
    repeat(readCount(decoder), () => {
      none = false
      skipId(decoder)
    })
  })
  return none
}

/** Reads the outline of an update. @throws FrameError (or lib0's own error) when it is not one. */
export const scanUpdate = (update: Uint8Array, valueDepth: number): UpdateScan => {
  const decoder = createDecoder(update)
  const runs: ClientRun[] = []
  repeat(readCount(decoder), () => {
    const run = skipRun(decoder, valueDepth)
    if (run.to > run.from) runs.push(run)
  })
  const nothingDeleted = skipDeletions(decoder)
  if (remaining(decoder) !== 0) throw new FrameError('has bytes left over')
  return { runs, empty: runs.length === 0 && nothingDeleted }
}

/** Checks a state vector the same way: as many pairs as it says and nothing after them. */
export const scanStateVector = (vector: Uint8Array): void => {
  const decoder = createDecoder(vector)
  repeat(readCount(decoder), () => skipId(decoder))
  if (remaining(decoder) !== 0) throw new FrameError('has bytes left over')
}
