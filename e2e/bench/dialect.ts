import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'

/** What of a server's frames the load needs: the state it asked for, and changes by others. */
export type Heard = { kind: 'state' | 'update'; update: Uint8Array } | { kind: 'other' }

/** How a peer wants to be spoken to. */
export interface Dialect {
  /** What to send first, up to asking for the state. */
  greet(document: string): Uint8Array[]
  update(document: string, update: Uint8Array): Uint8Array
  hear(frame: Uint8Array): Heard
}

const SYNC = 0
const AUTH = 2
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
const EMPTY_STATE = Uint8Array.of(0)

const frame = (document: string | null, step: number, payload: Uint8Array): Uint8Array => {
  const encoder = createEncoder()
  if (document !== null) writeVarString(encoder, document)
  writeVarUint(encoder, SYNC)
  writeVarUint(encoder, step)
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

const hear = (bytes: Uint8Array, isNamed: boolean): Heard => {
  const decoder = createDecoder(bytes)
  if (isNamed) readVarString(decoder)
  if (readVarUint(decoder) !== SYNC) return { kind: 'other' }
  const step = readVarUint(decoder)
  if (step === STEP_1) return { kind: 'other' }
  return { kind: step === STEP_2 ? 'state' : 'update', update: readVarUint8Array(decoder) }
}

/** The frames of y-websocket; the document is in the address. */
export const yWebsocket: Dialect = {
  greet: () => [frame(null, STEP_1, EMPTY_STATE)],
  update: (_document, update) => frame(null, UPDATE, update),
  hear: (bytes) => hear(bytes, false),
}

/** The frames of Hocuspocus: every one begins with the name of the document, and a token comes first. */
export const hocuspocus: Dialect = {
  greet: (document) => {
    const encoder = createEncoder()
    writeVarString(encoder, document)
    writeVarUint(encoder, AUTH)
    writeVarUint(encoder, 0)
    writeVarString(encoder, 'token')
    return [toUint8Array(encoder), frame(document, STEP_1, EMPTY_STATE)]
  },
  update: (document, update) => frame(document, UPDATE, update),
  hear: (bytes) => hear(bytes, true),
}
