/**
 * An open document in this tab: the Yjs document, its line to the server, its copy on this device, and what can truly be
 * said about where its edits are.
 *
 * 1. The line is a stock y-websocket provider; what ours adds happens in the socket class it is given and in one message
 *    handler.
 * 2. Every local edit is known before the provider sends it, so a frame that went out has all edits before it.
 * 3. Tabs talk to the server only, never to each other: nothing crosses between two accounts of one browser.
 * 4. When the server says that access is gone, the copy on this device goes too.
 */
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame, type ServerFrame } from '@rondo/shared/wire/server-frame.ts'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { countingSocket } from './counting-socket.ts'
import { knownGeneration, rememberGeneration } from './generation.ts'
import { guardLeaving } from './leave-guard.ts'
import { keepLocalCopy } from './local-copy.ts'
import { speakForOneself } from './own-presence.ts'
import { type Person, peopleHere, samePeople } from './presence.ts'
import { createRetry } from './retry.ts'
import { advance, atFirst, type SavedEvent, type SavedState, savedState, wouldLose } from './saved-state.ts'
import { createServerTime } from './server-time.ts'
import { type DocumentStatus, reasonOfClose, sameStatus, unknownStatus } from './status.ts'
import { type Watched, watch } from './watched.ts'

/** Which document, for whom. */
export type OpenOptions = {
  readonly documentId: string
  /** The signed-in member: local copies are kept apart by it. */
  readonly memberId: string
  /** Version of the document schema that this client writes. */
  readonly schema?: number
  /** Where the server is; by default where this page came from. */
  readonly origin?: string
  readonly socket?: typeof WebSocket
}

/** An open document. */
export type DocumentHandle = {
  readonly documentId: string
  readonly doc: Y.Doc
  /** The text of the page, as y-tiptap reads and writes it. */
  readonly body: Y.XmlFragment
  readonly awareness: Awareness
  readonly saved: Watched<SavedState>
  readonly status: Watched<DocumentStatus>
  readonly people: Watched<readonly Person[]>
  /** The server's time in milliseconds since the epoch. */
  serverNow(): number
  /** Tries to connect now, for instance after signing in again. */
  retry(): void
  /** Ends the line. What was typed stays on this device. */
  close(): Promise<void>
}

const sameSaved = (a: SavedState, b: SavedState): boolean => JSON.stringify(a) === JSON.stringify(b)

const socketAddress = (origin: string): string => `${origin.replace(/^http/, 'ws')}/sync`

/** Opens a document and keeps the line to it. */
export const openDocument = (options: OpenOptions): DocumentHandle => {
  const { documentId, memberId, schema = 1, origin = location.origin, socket = WebSocket } = options
  const generation = knownGeneration(documentId)
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const copy = keepLocalCopy(doc, { memberId, documentId, generation })
  const time = createServerTime()

  const saved = watch(savedState(atFirst), sameSaved)
  const status = watch(unknownStatus, sameStatus)
  const people = watch<readonly Person[]>([], samePeople)
  let progress = atFirst
  let modeKnown = false
  const happen = (event: SavedEvent): void => {
    progress = advance(progress, event)
    saved.set(savedState(progress))
  }
  const become = (change: Partial<DocumentStatus>): void => status.set({ ...status.get(), ...change })

  const noteStored = async (): Promise<void> => {
    const { edits } = progress
    if (await copy.flushed()) happen({ kind: 'stored', edits })
  }
  // Before the provider and its own listener, so that an edit is known when its frame goes out.
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local) return
    happen({ kind: 'edited' })
    void noteStored()
  })

  const provider = new WebsocketProvider(socketAddress(origin), documentId, doc, {
    awareness,
    connect: false,
    disableBc: true,
    WebSocketPolyfill: countingSocket(
      {
        hello: () => ({ schema, generation, clientId: doc.clientID, ackVersion: 1 }),
        onOpen: () => happen({ kind: 'opened' }),
        onWrite: (whole) => happen({ kind: 'sent', whole }),
      },
      socket,
    ),
  })
  const retry = createRetry(provider)
  const stopSpeaking = speakForOneself(provider)

  const obey = (frame: ServerFrame): void => {
    switch (frame.kind) {
      case 'ack':
        happen({ kind: 'acked', count: frame.count })
        break
      case 'reject':
        happen({ kind: 'rejected', count: frame.count, reason: frame.reason })
        break
      case 'mode':
        modeKnown = true
        happen({ kind: 'mode', mode: frame.mode })
        become({ mayWrite: frame.mode === 'write' })
        break
      case 'heartbeat':
        time.hear(frame.at)
        break
      case 'commit':
    }
  }
  provider.messageHandlers[messageType.server] = (_encoder, decoder) => {
    const frame = decodeServerFrame(decoder.arr)
    if (frame !== null) obey(frame)
  }

  const end = (code: number, reason: string): void => {
    const why = reasonOfClose(code)
    happen({ kind: 'ended', reason: why })
    become({ endedBy: why, mayWrite: false })
    if (code === closeCode.otherGeneration) rememberGeneration(documentId, Number(reason) || generation + 1)
    if (why === 'no-access' || code === closeCode.otherGeneration) void copy.forget()
  }
  provider.on('connection-close', () => happen({ kind: 'closed' }))
  provider.on('sync', (synced) => become(synced ? { synced, ready: true, endedBy: null } : { synced }))
  retry.onEnd(end)
  awareness.on('change', () => people.set(peopleHere(awareness)))
  const stopGuarding = guardLeaving(() => wouldLose(progress))

  void copy.loaded.then((there) => {
    if (there && doc.store.clients.size > 0)
      become(modeKnown ? { ready: true } : { ready: true, mayWrite: true })
    return noteStored()
  })
  provider.connect()

  return {
    documentId,
    doc,
    body: doc.getXmlFragment('body'),
    awareness,
    saved,
    status,
    people,
    serverNow: time.now,
    retry: retry.now,
    close: async () => {
      stopGuarding()
      stopSpeaking()
      retry.stop()
      provider.destroy()
      awareness.destroy()
      await copy.close()
      doc.destroy()
    },
  }
}
