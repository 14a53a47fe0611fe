import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import type { ByteReader } from './byte-reader.ts'

/** What a server's frame is; the reader is left on what it carries. */
export type Heard = 'state' | 'update' | 'presence' | 'ask' | 'other'

/** How a server wants to be spoken to. */
export interface Dialect {
  /** What to send first, up to asking for the state. */
  greet(document: string): Uint8Array[]
  /** Asks for what is missing beyond a state vector. */
  ask(document: string, stateVector: Uint8Array): Uint8Array
  answer(document: string, update: Uint8Array): Uint8Array
  update(document: string, update: Uint8Array): Uint8Array
  presence(document: string, entries: Uint8Array): Uint8Array
  /** Any message at all, addressed as this server wants it. */
  wrap(document: string, message: Uint8Array): Uint8Array
  hear(frame: ByteReader): Heard
}

const SYNC = 0
const PRESENCE = 1
const AUTH = 2
/** Hocuspocus answers some questions under a type of its own. */
const SYNC_REPLY = 4
const steps = { ask: 0, answer: 1, update: 2 } as const
const kinds: readonly Heard[] = ['ask', 'state', 'update']
const EMPTY_STATE = Uint8Array.of(0)

const begin = (document: string | null, type: number) => {
  const encoder = createEncoder()
  if (document !== null) writeVarString(encoder, document)
  writeVarUint(encoder, type)
  return encoder
}

const sync = (document: string | null, step: keyof typeof steps, payload: Uint8Array): Uint8Array => {
  const encoder = begin(document, SYNC)
  writeVarUint(encoder, steps[step])
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

const presence = (document: string | null, entries: Uint8Array): Uint8Array => {
  const encoder = begin(document, PRESENCE)
  writeVarUint8Array(encoder, entries)
  return toUint8Array(encoder)
}

const hear = (frame: ByteReader): Heard => {
  const type = frame.number()
  if (type === PRESENCE) {
    frame.into()
    return 'presence'
  }
  if (type !== SYNC && type !== SYNC_REPLY) return 'other'
  const step = frame.number()
  frame.into()
  return kinds[step] ?? 'other'
}

/** The frames of y-websocket; the document is in the address. */
export const yWebsocket: Dialect = {
  greet: () => [sync(null, 'ask', EMPTY_STATE)],
  ask: (_document, stateVector) => sync(null, 'ask', stateVector),
  answer: (_document, update) => sync(null, 'answer', update),
  update: (_document, update) => sync(null, 'update', update),
  presence: (_document, entries) => presence(null, entries),
  wrap: (_document, message) => message,
  hear,
}

/** The frames of Hocuspocus: every one begins with the name of the document, and a token comes first. */
export const hocuspocus: Dialect = {
  greet: (document) => {
    const token = begin(document, AUTH)
    writeVarUint(token, 0)
    writeVarString(token, 'token')
    return [toUint8Array(token), sync(document, 'ask', EMPTY_STATE)]
  },
  ask: (document, stateVector) => sync(document, 'ask', stateVector),
  answer: (document, update) => sync(document, 'answer', update),
  update: (document, update) => sync(document, 'update', update),
  presence: (document, entries) => presence(document, entries),
  wrap: (document, message) => {
    const encoder = createEncoder()
    writeVarString(encoder, document)
    writeUint8Array(encoder, message)
    return toUint8Array(encoder)
  },
  hear: (frame) => {
    frame.pass()
    return hear(frame)
  },
}
