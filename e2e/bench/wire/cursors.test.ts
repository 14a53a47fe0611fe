import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { ByteReader } from './byte-reader.ts'
import { cursorEntries, eachCursor } from './cursors.ts'

/** The same presence as a server shows it that gives everybody a number of its own. */
const shownAs = (entries: Uint8Array, number: number): Uint8Array => {
  const decoder = createDecoder(entries)
  const encoder = createEncoder()
  writeVarUint(encoder, readVarUint(decoder))
  readVarUint(decoder)
  writeVarUint(encoder, number)
  writeVarUint(encoder, readVarUint(decoder))
  writeVarString(encoder, readVarString(decoder))
  return toUint8Array(encoder)
}

const movesIn = (entries: Uint8Array): [number, number][] => {
  const moves: [number, number][] = []
  eachCursor(new ByteReader().over(entries), (client, move) => moves.push([client, move]))
  return moves
}

describe('cursors on the wire', () => {
  it('are known by their place, whatever number the server shows their owner by', () => {
    expect(movesIn(cursorEntries(4_000_000_123, 17))).toEqual([[4_000_000_123, 17]])
    expect(movesIn(shownAs(cursorEntries(4_000_000_123, 17), 5))).toEqual([[4_000_000_123, 17]])
  })
})
