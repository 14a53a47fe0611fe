import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeUint8,
  writeUint8Array,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding'

/** Who is attacked, and where their next character would stand. */
export interface Victim {
  client: number
  clock: number
}

const build = (write: (encoder: Encoder) => void): Uint8Array => {
  const encoder = createEncoder()
  write(encoder)
  return toUint8Array(encoder)
}

/** Nothing but numbers, as lib0 writes them. */
export const numbers = (...values: readonly number[]): Uint8Array =>
  build((encoder) => {
    for (const value of values) writeVarUint(encoder, value)
  })

const NO_DELETIONS = 0
const ROOT_PARENT = 1

/** An update with one item in the body, whose content is written by hand. */
export const itemInBody = (client: number, kind: number, content: (encoder: Encoder) => void): Uint8Array =>
  build((encoder) => {
    for (const value of [1, 1, client, 0]) writeVarUint(encoder, value)
    writeUint8(encoder, kind)
    writeVarUint(encoder, ROOT_PARENT)
    writeVarString(encoder, 'body')
    content(encoder)
    writeVarUint(encoder, NO_DELETIONS)
  })

/** A struct that says "here was something, long gone", in the place of what the victim is about to write. */
export const goneInPlaceOf = ({ client, clock }: Victim, length: number): Uint8Array =>
  numbers(1, 1, client, clock, 0, length, NO_DELETIONS)

/** Words put into the victim's mouth, from a clock of theirs on. */
export const wordsOf = ({ client, clock }: Victim, words: string): Uint8Array =>
  build((encoder) => {
    for (const value of [1, 1, client, clock]) writeVarUint(encoder, value)
    writeUint8(encoder, 4)
    writeVarUint(encoder, ROOT_PARENT)
    writeVarString(encoder, 'elsewhere')
    writeVarString(encoder, words)
    writeVarUint(encoder, NO_DELETIONS)
  })

/** Lists in lists, as lib0 writes any value. */
export const nestedLists = (encoder: Encoder, depth: number): void => {
  writeVarUint(encoder, 1)
  for (let level = 0; level < depth; level += 1) writeUint8Array(encoder, Uint8Array.of(117, 1))
  writeUint8Array(encoder, Uint8Array.of(117, 0))
}

/** A presence of one client with any text in the place of its state. */
export const presenceOf = (client: number, clock: number, state: string): Uint8Array =>
  build((encoder) => {
    for (const value of [1, client, clock]) writeVarUint(encoder, value)
    writeVarString(encoder, state)
  })

/** A crowd of clients that nobody ever saw. */
export const crowd = (count: number): Uint8Array =>
  build((encoder) => {
    writeVarUint(encoder, count)
    for (let client = 1; client <= count; client += 1) {
      writeVarUint(encoder, client)
      writeVarUint(encoder, 1)
      writeVarString(encoder, '{}')
    }
  })
