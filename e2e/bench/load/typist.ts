import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import type { Client } from './client.ts'

/** An item of text with something on its left. */
const TEXT_AFTER = 0x84

/**
 * Types one character after the other into a paragraph of its own at the end of the page. The frames are those that Yjs
 * would make, written by hand: a document for each of many writers would cost more than the server.
 */
export class Typist {
  readonly #client: Client
  readonly id: number
  /** The clock of the next character. */
  clock: number

  /** @param state what the page holds, or nothing when the server does not keep it */
  constructor(
    client: Client,
    state: Uint8Array | undefined,
    tell: (clock: number) => void = () => undefined,
  ) {
    this.#client = client
    const doc = new Y.Doc()
    if (state !== undefined) Y.applyUpdate(doc, state)
    const before = Y.encodeStateVector(doc)
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    doc.transact(() => {
      paragraph.insert(0, [text])
      doc.getXmlFragment('body').push([paragraph])
      text.insert(0, 'x')
    })
    this.id = doc.clientID
    this.clock = Y.getState(doc.store, doc.clientID)
    tell(this.clock - 1)
    client.update(Y.encodeStateAsUpdate(doc, before))
    doc.destroy()
  }

  /** Types the next character. */
  type(): void {
    this.#client.update(this.next())
  }

  /** The update that holds the next character. */
  next(): Uint8Array {
    const encoder = createEncoder()
    writeVarUint(encoder, 1)
    writeVarUint(encoder, 1)
    writeVarUint(encoder, this.id)
    writeVarUint(encoder, this.clock)
    writeUint8(encoder, TEXT_AFTER)
    writeVarUint(encoder, this.id)
    writeVarUint(encoder, this.clock - 1)
    writeVarString(encoder, 'x')
    writeVarUint(encoder, 0)
    this.clock += 1
    return toUint8Array(encoder)
  }
}
