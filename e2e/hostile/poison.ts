/** What somebody sends who wants others to lose what they write, or the server to choke; and what becomes of it. */
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame } from '@rondo/shared/wire/server-frame.ts'
import * as Y from 'yjs'
import { openDocument } from '../world/document-client.ts'
import { type Fate, knock, type RawSocket, syncFrame } from '../world/raw-socket.ts'
import { hollow, numbers, paragraph } from './frames.ts'

/** Somebody with a session at some server. */
export interface Signed {
  readonly origin: string
  readonly cookie: string
}

const isSync = ([type]: Uint8Array): boolean => type === messageType.sync
/** Whoever says this may write: there is nothing that the server lacks. */
const emptyAnswer = Uint8Array.of(0, 1, 2, 0, 0)

/** A socket that was let in. */
export const enter = async (who: Signed, documentId: string): Promise<RawSocket> => {
  const socket = await knock(who, documentId).opened()
  await socket.hears(isSync)
  return socket
}

/** Sends an update and answers what became of it. */
export const trySending = async (
  who: Signed,
  documentId: string,
  update: Uint8Array,
): Promise<Fate | 'taken'> => {
  const socket = await enter(who, documentId)
  socket.send(emptyAnswer)
  socket.send(syncFrame('update', update))
  const taken = socket.hears((frame) => {
    const said = decodeServerFrame(frame)
    return said?.kind === 'ack' && said.count >= 2
  })
  const outcome = await Promise.race([socket.fate, taken.then(() => 'taken' as const)])
  socket.close()
  return outcome
}

/**
 * Mallory takes the clocks that the victim's next letters need, while the victim is away. Answers whether he was refused,
 * and whether what the victim types next is seen by others while anybody is patient.
 */
export const swallow = async (
  victim: Signed,
  mallory: Signed,
  documentId: string,
  patienceMs = 10_000,
): Promise<{ refused: boolean; isSeen: boolean }> => {
  const writer = openDocument(victim, documentId)
  await writer.synced
  writer.doc.getXmlFragment('body').push([paragraph('hello')])
  const reader = openDocument(victim, documentId)
  await reader.synced
  const { clientID, store } = writer.doc
  const next = Y.getState(store, clientID)
  // Online, Yjs would notice and take another id.
  writer.provider.disconnect()
  const fates = [
    await trySending(mallory, documentId, hollow(clientID, next, 1)),
    await trySending(mallory, documentId, hollow(clientID, next + 1, 999_999)),
  ]
  writer.doc.getXmlFragment('body').push([paragraph('world')])
  writer.provider.connect()
  const seen = () => reader.doc.getXmlFragment('body').toString().includes('world')
  const isSeen = await within(patienceMs, reader.doc, seen)
  // Yjs may have taken another id after all, under which the provider would not find itself.
  writer.doc.clientID = clientID
  for (const client of [writer, reader]) client.close()
  return { refused: fates.every((fate) => fate !== 'taken'), isSeen }
}

const within = (ms: number, doc: Y.Doc, isSo: () => boolean): Promise<boolean> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, ms, false)
    const look = (): void => {
      if (!isSo()) return
      clearTimeout(late)
      resolve(true)
    }
    doc.on('update', look)
    look()
  })

/** Sends updates of which every other one is left out; answers how that ended and how long it took. */
export const leaveGaps = async (
  who: Signed,
  documentId: string,
  gaps: number,
): Promise<{ fate: Fate | 'taken'; ms: number }> => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < 2 * gaps; i++) doc.getXmlFragment('body').push([paragraph(String(i))])
  const socket = await enter(who, documentId)
  socket.send(emptyAnswer)
  const from = performance.now()
  for (const gap of updates.filter((_, i) => i % 2 === 1)) socket.send(syncFrame('update', gap))
  const taken = socket.hears((frame) => {
    const said = decodeServerFrame(frame)
    return said?.kind === 'ack' && said.count > 1
  })
  const fate = await Promise.race([socket.fate, taken.then(() => 'taken' as const)])
  socket.close()
  return { fate, ms: performance.now() - from }
}

/** A few bytes each, which declare structs, clients and deletions that would fill any memory. */
export const bombs: readonly Uint8Array[] = [30_000_000, 100_000_000, 4_000_000_000, 2 ** 40].flatMap(
  (count) => [
    numbers(count, 1, 1, 0),
    numbers(1, count, 1, 0),
    numbers(0, count, 1, 1),
    numbers(0, 1, 1, count),
  ],
)

/** What all of them together may cost. */
export const MOST_BOMB_BYTES = 20 * 2 ** 20
