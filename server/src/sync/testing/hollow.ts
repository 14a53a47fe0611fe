import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'

/** An update of structs without content, for any client: what an attacker sends to swallow another's future edits. */
export const hollow = (client: number, clock: number, length: number): Uint8Array => {
  const encoder = createEncoder()
  for (const number of [1, 1, client, clock, 0, length, 0]) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}
