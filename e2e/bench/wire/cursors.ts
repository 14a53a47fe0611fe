import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import type { ByteReader } from './byte-reader.ts'

/** Told of each cursor in a frame: whose, and its how manieth move. */
export type OnCursor = (client: number, move: number) => void

/** What an editor says of a cursor: a place in the document, twice. The clock of the place counts the moves. */
const stateOf = (client: number, move: number): string => {
  const place = `{"type":null,"tname":"body","item":{"client":${client},"clock":${move}},"assoc":0}`
  return `{"cursor":{"anchor":${place},"head":${place}},"user":{"name":"Ada","color":"#30bced"}}`
}

/** The presence of one client after so many moves. */
export const cursorEntries = (client: number, move: number): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint(encoder, client)
  writeVarUint(encoder, move)
  writeVarString(encoder, stateOf(client, move))
  return toUint8Array(encoder)
}

/** Reads who moved how often; people without a cursor are passed over. */
export const eachCursor = (entries: ByteReader, tell: OnCursor): void => {
  for (let left = entries.number(); left > 0; left -= 1) {
    const client = entries.number()
    entries.number()
    const end = entries.number() + entries.at
    const move = clockIn(entries.bytes, entries.at, end)
    entries.at = end
    if (move >= 0) tell(client, move)
  }
}

const [COLON, QUOTE, LETTER_K, ZERO] = [0x3a, 0x22, 0x6b, 0x30]

/** The number after the first `"clock":`, or -1. */
const clockIn = (bytes: Uint8Array, from: number, to: number): number => {
  for (let at = from + 2; at < to; at += 1) {
    if (bytes[at] !== COLON || bytes[at - 1] !== QUOTE || bytes[at - 2] !== LETTER_K) continue
    let value = 0
    for (let digit = at + 1; digit < to; digit += 1) {
      const next = (bytes[digit] ?? 0) - ZERO
      if (next < 0 || next > 9) break
      value = value * 10 + next
    }
    return value
  }
  return -1
}
