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

/**
 * Reads who moved how often; people without a cursor are passed over. Whose a cursor is stands in its place: the number in
 * front of it may be one that the server gave.
 */
export const eachCursor = (entries: ByteReader, tell: OnCursor): void => {
  for (let left = entries.number(); left > 0; left -= 1) {
    entries.number()
    entries.number()
    const end = entries.number() + entries.at
    const client = numberAfter('client', entries.bytes, entries.at, end)
    const move = numberAfter('clock', entries.bytes, entries.at, end)
    entries.at = end
    if (move >= 0) tell(client, move)
  }
}

const [QUOTE, COLON, ZERO] = [0x22, 0x3a, 0x30]

const marks = {
  client: new TextEncoder().encode('"client":'),
  clock: new TextEncoder().encode('"clock":'),
}

/** The number after the first mark of this name, or -1. */
const numberAfter = (name: keyof typeof marks, bytes: Uint8Array, from: number, to: number): number => {
  const mark = marks[name]
  for (let end = from + mark.length; end < to; end += 1) {
    // Only few places end like a mark, so the rest of it is seldom looked at.
    if (bytes[end - 1] !== COLON || bytes[end - 2] !== QUOTE) continue
    if (mark.some((byte, i) => bytes[end - mark.length + i] !== byte)) continue
    return numberAt(bytes, end, to)
  }
  return -1
}

const numberAt = (bytes: Uint8Array, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  return value
}
