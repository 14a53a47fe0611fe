import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { connect, type Desk, leave, openPatiently } from './writer.ts'

/** A document and its line to a server, which may break. */
export class Typist {
  readonly doc = new Y.Doc()
  #provider: WebsocketProvider | null = null

  /** Resolves when the document holds what the server has. */
  async connect(desk: Desk): Promise<void> {
    await openPatiently(() => {
      this.#provider = connect(this.doc, desk, { onWrite: () => {}, onAcknowledged: () => {} })
      return this.#provider
    })
  }

  disconnect(): void {
    if (this.#provider !== null) leave(this.#provider)
    this.#provider = null
  }
}
