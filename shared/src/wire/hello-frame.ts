import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { messageType } from './message-type.ts'

/** What our client says of itself before anything else. A stock y-websocket client never sends it. */
export type Hello = {
  /** Version of the document schema this client can write without harm. */
  readonly schema: number
  /** Generation of the local copy, 0 when there is none. */
  readonly generation: number
  /** The Yjs client id under which it writes and shows presence. */
  readonly clientId: number
  /** Version of the acknowledgement frames it understands. */
  readonly ackVersion: number
}

/** The greeting as bytes: unsigned varints, the first one 121. */
export const encodeHello = (hello: Hello): Uint8Array => {
  const encoder = createEncoder()
  for (const number of [
    messageType.hello,
    hello.schema,
    hello.generation,
    hello.clientId,
    hello.ackVersion,
  ]) {
    writeVarUint(encoder, number)
  }
  return toUint8Array(encoder)
}

/** Reads a greeting; null for broken bytes. */
export const decodeHello = (bytes: Uint8Array): Hello | null => {
  const decoder = createDecoder(bytes)
  try {
    if (readVarUint(decoder) !== messageType.hello) return null
    return {
      schema: readVarUint(decoder),
      generation: readVarUint(decoder),
      clientId: readVarUint(decoder),
      ackVersion: readVarUint(decoder),
    }
  } catch {
    return null
  }
}
