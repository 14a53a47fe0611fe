/** Bytes to meaning and back: what a client may send, and the y-websocket frames the server sends. */

import { decodeHello, type Hello } from '@rondo/shared/wire/hello-frame.ts'
import { messageType, syncType } from '@rondo/shared/wire/message-type.ts'
import { createDecoder, type Decoder, hasContent, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { FrameError } from './frame-error.ts'

/** What a client said. */
export type ClientFrame =
  | { readonly kind: 'ask'; readonly stateVector: Uint8Array }
  | { readonly kind: 'write'; readonly step: 'answer' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: Uint8Array }
  | { readonly kind: 'ask-presence' }
  | { readonly kind: 'hello'; readonly hello: Hello }
  | { readonly kind: 'unknown'; readonly type: number }

/** The payload, copied: what `ws` hands over is a view of a much larger buffer that a log must not keep alive. */
const readPayload = (decoder: Decoder): Uint8Array => {
  const payload = readVarUint8Array(decoder).slice()
  if (hasContent(decoder)) throw new FrameError('has bytes left over')
  return payload
}

const readSync = (decoder: Decoder): ClientFrame => {
  const step = readVarUint(decoder)
  switch (step) {
    case syncType.ask:
      return { kind: 'ask', stateVector: readPayload(decoder) }
    case syncType.answer:
      return { kind: 'write', step: 'answer', update: readPayload(decoder) }
    case syncType.update:
      return { kind: 'write', step: 'update', update: readPayload(decoder) }
    default:
      throw new FrameError('is a sync frame of no known kind')
  }
}

/** Reads one frame. @throws FrameError, or lib0's error where bytes are missing. */
export const readClientFrame = (bytes: Uint8Array): ClientFrame => {
  const decoder = createDecoder(bytes)
  const type = readVarUint(decoder)
  switch (type) {
    case messageType.sync:
      return readSync(decoder)
    case messageType.presence:
      return { kind: 'presence', entries: readPayload(decoder) }
    case messageType.askPresence:
      return { kind: 'ask-presence' }
    case messageType.hello: {
      const hello = decodeHello(bytes)
      if (hello === null) throw new FrameError('is a broken greeting')
      return { kind: 'hello', hello }
    }
    default:
      return { kind: 'unknown', type }
  }
}

/** Types are below 128: one byte each. Built by hand, since every edit is framed. */
const frame = (types: readonly number[], payload: Uint8Array): Uint8Array => {
  const lengthBytes = varUintBytes(payload.length)
  const bytes = new Uint8Array(types.length + lengthBytes + payload.length)
  bytes.set(types)
  let at = types.length
  let rest = payload.length
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 128
  bytes[at++] = rest
  bytes.set(payload, at)
  return bytes
}

const varUintBytes = (value: number): number => {
  let bytes = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) bytes += 1
  return bytes
}

/** "Send me what I lack." */
export const askFrame = (stateVector: Uint8Array): Uint8Array =>
  frame([messageType.sync, syncType.ask], stateVector)

const answers = new WeakMap<Uint8Array, Uint8Array>()

/** What the asker lacked. The same bytes make the same frame: fifty who open a document at once share its state. */
export const answerFrame = (update: Uint8Array): Uint8Array => {
  const known = answers.get(update)
  if (known !== undefined) return known
  const made = frame([messageType.sync, syncType.answer], update)
  answers.set(update, made)
  return made
}

/** A change that just became durable. */
export const updateFrame = (update: Uint8Array): Uint8Array =>
  frame([messageType.sync, syncType.update], update)

/** Who is here and where. */
export const presenceFrame = (entries: Uint8Array): Uint8Array => frame([messageType.presence], entries)
