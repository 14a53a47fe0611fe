import { messageType } from '@rondo/shared/wire/message-type.ts'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'

type Change = { readonly added: number[]; readonly updated: number[]; readonly removed: number[] }

/**
 * Sends this tab's own presence and nobody else's. The provider by itself repeats everything it hears about others, which
 * the server leaves unread.
 */
export const speakForOneself = (provider: WebsocketProvider): (() => void) => {
  const { awareness } = provider
  const speak = ({ added, updated, removed }: Change): void => {
    const own = awareness.clientID
    const { ws } = provider
    if (!provider.wsconnected || ws === null || ![...added, ...updated, ...removed].includes(own)) return
    const encoder = createEncoder()
    writeVarUint(encoder, messageType.presence)
    writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [own]))
    ws.send(toUint8Array(encoder).slice())
  }
  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', speak)
  return () => awareness.off('update', speak)
}
