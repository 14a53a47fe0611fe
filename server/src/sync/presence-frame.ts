/** Awareness entries as y-protocols writes them, and what is let through of a client's own. */
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { FrameError } from './frame-error.ts'

/** One entry, its state still a text. */
export type PresenceEntry = { readonly clientId: number; readonly clock: number; readonly state: string }

/** What a client may say about itself. Who it is it may not say. */
export type OwnState = { readonly cursor?: unknown; readonly selection?: unknown; readonly status?: unknown }

const allowed = ['cursor', 'selection', 'status'] as const

/**
 * Reads the state of the client that speaks for itself; null when it says nothing. All others are passed over: a
 * frame has room for hundreds of thousands. @throws when bytes are missing or left over.
 */
export const readOwnEntry = (
  payload: Uint8Array,
  isOwn: (clientId: number, isGone: boolean) => boolean,
): { readonly state: string | null; readonly foreign: number } => {
  const decoder = createDecoder(payload)
  const count = readVarUint(decoder)
  if (count > payload.length) throw new FrameError('declares more than it holds')
  let state: string | null = null
  let foreign = 0
  for (let i = 0; i < count; i++) {
    const clientId = readVarUint(decoder)
    readVarUint(decoder)
    const at = decoder.pos
    const length = readVarUint(decoder)
    // `null` is the one state of four bytes that begins with an n.
    const isGone = length === 4 && payload[decoder.pos] === 0x6e
    decoder.pos += length
    if (isOwn(clientId, isGone)) state = readVarString(createDecoder(payload.subarray(at)))
    else foreign += 1
  }
  if (decoder.pos !== payload.length) throw new FrameError('has bytes missing or left over')
  return { state, foreign }
}

const bytesPerUnit = 3
const entryHeadBytes = 32

/** The one client that a payload is about; null when it is about others, too, or longer than any state that is taken. */
export const onlyClient = (payload: Uint8Array, stateBytes: number): number | null => {
  if (payload[0] !== 1 || payload.length > stateBytes * bytesPerUnit + entryHeadBytes) return null
  return readVarUint(createDecoder(payload.subarray(1)))
}

/** One entry as bytes, to be sent to many. */
export const encodeEntry = ({ clientId, clock, state }: PresenceEntry): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, clientId)
  writeVarUint(encoder, clock)
  writeVarString(encoder, state)
  return toUint8Array(encoder)
}

/** Encoded entries as one payload. */
export const joinEntries = (entries: readonly Uint8Array[]): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const entry of entries) writeUint8Array(encoder, entry)
  return toUint8Array(encoder)
}

/** Entries as one payload. */
export const writeEntries = (entries: readonly PresenceEntry[]): Uint8Array =>
  joinEntries(entries.map(encodeEntry))

/** Whether a JSON text nests deeper than allowed: counted in the text, since parsing a deep one is the danger. */
export const isTooDeep = (json: string, depth: number): boolean => {
  let level = 0
  let quoted = false
  for (let i = 0; i < json.length; i++) {
    const character = json[i]
    if (quoted) {
      if (character === '\\') i += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') level += 1
    else if (character === '}' || character === ']') level -= 1
    if (level > depth) return true
  }
  return false
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * What may be shown of a client's own state. Null: it says that it left.
 * Undefined: it cannot be taken, and what was known before stays.
 */
export const readOwnState = (json: string, bytes: number, depth: number): OwnState | null | undefined => {
  if (json.length > bytes || isTooDeep(json, depth)) return undefined
  const state = parse(json)
  if (state === null) return null
  if (typeof state !== 'object' || Array.isArray(state)) return undefined
  return Object.fromEntries(
    allowed.filter((key) => Object.hasOwn(state, key)).map((key) => [key, Reflect.get(state, key)]),
  )
}
