import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { knock, type RawSocket } from '../world/raw-socket.ts'
import type { Visitor } from '../world/visitor.ts'

/** Unsigned varints, one after the other. */
export const numbers = (...all: readonly number[]): Uint8Array => {
  const encoder = createEncoder()
  for (const number of all) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

/** What somebody writes into an empty document, as one update. */
export const written = (write: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => write(doc.getXmlFragment('body'), doc))
  return Y.encodeStateAsUpdate(doc)
}

export const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** Blocks in blocks in blocks: no reader that calls itself gets through. */
export const deepBlocks = (body: Y.XmlFragment): void => {
  let innermost = body
  for (let i = 0; i < 3_000; i++) {
    const inner = new Y.XmlElement('blockquote')
    innermost.insert(0, [inner])
    innermost = inner
  }
}

/** An update of structs without content for any client: it swallows what that one types next, if it is taken. */
export const hollow = (client: number, clock: number, length: number): Uint8Array =>
  numbers(1, 1, client, clock, 0, length, 0)

/** "Send me what I lack." */
export const ask = (...vector: readonly number[]): Uint8Array => {
  const payload = numbers(...vector)
  return Uint8Array.of(0, 0, payload.length, ...payload)
}

/** What a client says of itself, or of others. */
export const presence = (entries: readonly { id: number; clock: number; state: string }[]): Uint8Array => {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const { id, clock, state } of entries) {
    writeVarUint(encoder, id)
    writeVarUint(encoder, clock)
    writeVarString(encoder, state)
  }
  const payload = toUint8Array(encoder)
  return Uint8Array.from([1, ...numbers(payload.length), ...payload])
}

/** Somebody who follows a document without a Yjs client: hears its state and from then on every update. */
export const follow = async (who: Visitor, documentId: string): Promise<RawSocket> => {
  const socket = await knock(who, documentId).opened()
  socket.send(ask(0))
  await socket.hears(([type, step]) => type === 0 && step === 1)
  return socket
}
