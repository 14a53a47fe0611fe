/** A batch of entries as bytes: for a file, and for another thread, where one piece costs far less than hundreds. */
import { createDecoder, type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import type { Append, Entry } from './document-log.ts'

/** Entries whose numbers are known: the first has `seq`, the others follow. */
export type Numbered = Append & { readonly seq: number }

const writeEntry = (encoder: Encoder, { update, accountId, newClients }: Entry): void => {
  writeVarUint8Array(encoder, update)
  writeVarString(encoder, accountId)
  writeVarUint(encoder, newClients.length)
  for (const client of newClients) writeVarUint(encoder, client)
}

const readMany = <T>(decoder: Decoder, read: () => T): T[] =>
  Array.from({ length: readVarUint(decoder) }, read)

const readEntry = (decoder: Decoder): Entry => ({
  update: readVarUint8Array(decoder).slice(),
  accountId: readVarString(decoder),
  newClients: readMany(decoder, () => readVarUint(decoder)),
})

const readNumbered = (decoder: Decoder): Numbered => ({
  documentId: readVarString(decoder),
  generation: readVarUint(decoder),
  at: readVarUint(decoder),
  seq: readVarUint(decoder),
  entries: readMany(decoder, () => readEntry(decoder)),
})

/** As bytes. */
export const encodeBatch = (batch: readonly Numbered[]): Uint8Array<ArrayBuffer> => {
  const encoder = createEncoder()
  writeVarUint(encoder, batch.length)
  for (const { documentId, generation, at, seq, entries } of batch) {
    writeVarString(encoder, documentId)
    for (const number of [generation, at, seq, entries.length]) writeVarUint(encoder, number)
    for (const entry of entries) writeEntry(encoder, entry)
  }
  return toUint8Array(encoder)
}

/** What was encoded. @throws where bytes are missing */
export const decodeBatch = (bytes: Uint8Array): Numbered[] => {
  const decoder = createDecoder(bytes)
  return readMany(decoder, () => readNumbered(decoder))
}
