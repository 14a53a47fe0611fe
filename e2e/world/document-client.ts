import { messageType } from '@rondo/shared/wire/message-type.ts'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A document open in a stock y-websocket client: no browser, and nothing of ours beyond the cookie. */
export interface DocumentClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Resolves when the document holds what the server has. */
  readonly synced: Promise<void>
  close(): void
}

/** Opens `/sync/<document id>` with somebody's cookie, as any y-websocket client would. */
export const openDocument = (
  { origin, cookie }: { origin: string; cookie: string },
  documentId: string,
): DocumentClient => {
  const doc = new Y.Doc()
  class SignedIn extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin } })
    }
  }
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, documentId, doc, {
    // The browser's type asks for more than the provider uses.
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  // A stock client ignores our own frames; without this it would complain of each on the console.
  provider.messageHandlers[messageType.server] = () => {}
  const synced = new Promise<void>((resolve) => {
    provider.once('sync', (isSynced: boolean) => isSynced && resolve())
  })
  return {
    doc,
    provider,
    synced,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Resolves as soon as the document says yes. */
export const whenDocument = (doc: Y.Doc, isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!isSo()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
