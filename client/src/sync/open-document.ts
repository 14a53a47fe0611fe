/**
 * An open document in this tab: the Yjs document, its line to the server, its copy on this device, and what can truly be
 * said about where its edits are.
 *
 * 1. The line is a stock y-websocket provider; what ours adds happens in the socket class it is given and in one message
 *    handler.
 * 2. Every local edit is known before the provider sends it, so a frame that went out has all edits before it.
 * 3. Tabs talk to the server only, never to each other: nothing crosses between two accounts of one browser.
 * 4. When the server says that access is gone, the copy on this device goes too.
 * 5. Where the server speaks a newer schema nothing of its document comes in: an old editor would drop what it does not
 *    know.
 */
import { SCHEMA_VERSION } from '@rondo/shared/document/schema.ts'
import { messageType, syncType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame, type ServerFrame } from '@rondo/shared/wire/server-frame.ts'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createAdmission } from './admission.ts'
import { countingSocket } from './counting-socket.ts'
import { gatherChanges } from './gather.ts'
import { guardLeaving } from './leave-guard.ts'
import { speakForOneself } from './own-presence.ts'
import { type Person, peopleHere, samePeople } from './presence.ts'
import { createRetry } from './retry.ts'
import type { BlockReason, SavedState } from './saved-state.ts'
import { createSaving } from './saving.ts'
import { createServerTime } from './server-time.ts'
import { keepAside } from './set-aside.ts'
import { type DocumentStatus, reasonOfClose, sameStatus, unknownStatus, waitsAfter } from './status.ts'
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
  readonly memberId: string
  readonly doc: Y.Doc
  /** The text of the page, as y-tiptap reads and writes it. */
  readonly body: Y.XmlFragment
  readonly awareness: Awareness
  readonly saved: Watched<SavedState>
  readonly status: Watched<DocumentStatus>
  readonly people: Watched<readonly Person[]>
  /** The server's time in milliseconds since the epoch. */
  serverNow(): number
  /** Whether closing now would lose something that is neither on the server nor on this device. */
  wouldLose(): boolean
  /** Tries to connect now, for instance after signing in again. */
  retry(): void
  /** Ends the line. What was typed stays on this device. */
  close(): Promise<void>
}

const socketAddress = (origin: string): string => `${origin.replace(/^http/, 'ws')}/sync`

/** Opens a document and keeps the line to it. */
export const openDocument = (options: OpenOptions): DocumentHandle => {
  const {
    documentId,
    memberId,
    schema = SCHEMA_VERSION,
    origin = location.origin,
    socket = WebSocket,
  } = options
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const saving = createSaving(doc, { memberId, documentId })
  const admission = createAdmission(memberId, documentId)
  const time = createServerTime()

  const status = watch(unknownStatus, sameStatus)
  const people = watch<readonly Person[]>([], samePeople)
  let isModeKnown = false
  const become = (change: Partial<DocumentStatus>): void => status.set({ ...status.get(), ...change })

  const provider = new WebsocketProvider(socketAddress(origin), documentId, doc, {
    awareness,
    connect: false,
    disableBc: true,
    WebSocketPolyfill: countingSocket(
      {
        hello: () => ({ schema, generation: admission.generation(), clientId: doc.clientID, ackVersion: 1 }),
        onOpen: () => saving.happen({ kind: 'opened' }),
        onHeard: () => retry.heard(),
        onWrite: (whole) => saving.happen({ kind: 'sent', whole }),
      },
      socket,
    ),
  })

  const ended = (endedBy: BlockReason): void => {
    saving.happen({ kind: 'ended', reason: endedBy })
    become({ endedBy, mayWrite: false, synced: false, cannotStore: false })
  }
  const setAside = async (): Promise<void> => {
    keepAside(memberId, documentId, await saving.unsent())
    admission.forget()
    await saving.giveUp().catch(() => {})
    ended('other-generation')
  }
  const end = (code: number): void => {
    const why = reasonOfClose(code)
    if (why === 'other-generation') return void setAside()
    ended(why)
    if (why === 'deleted') admission.doom()
    if (why !== 'no-access') return
    admission.forget()
    saving.giveUp().catch(() => {})
  }
  const retry = createRetry(provider, {
    onEnd: end,
    onWait: (code) => become({ waitsFor: waitsAfter(code) }),
  })
  const stopSpeaking = speakForOneself(provider)

  const comeIn = ({ mode, generation, maxSchema }: Extract<ServerFrame, { kind: 'mode' }>): void => {
    if (maxSchema > schema) {
      provider.disconnect()
      ended('outdated')
      return
    }
    isModeKnown = true
    admission.letIn(generation)
    void saving.keep(generation)
    saving.happen({ kind: 'mode', mode })
    become({ mayWrite: mode !== 'read', cannotStore: mode === 'read-for-now', waitsFor: null })
  }
  const obey = (frame: ServerFrame): void => {
    switch (frame.kind) {
      case 'ack':
        saving.happen({ kind: 'acked', count: frame.count })
        break
      case 'reject':
        saving.happen({ kind: 'rejected', count: frame.count, reason: frame.reason })
        break
      case 'mode':
        comeIn(frame)
        break
      case 'heartbeat':
        admission.stillIn()
        time.hear(frame.at)
        break
      case 'commit':
    }
  }
  provider.messageHandlers[messageType.server] = (_encoder, decoder) => {
    const frame = decodeServerFrame(decoder.arr)
    if (frame !== null) obey(frame)
  }

  const read = provider.messageHandlers[messageType.sync]
  const others = gatherChanges((changes) =>
    Y.transact(
      doc,
      () => {
        for (const change of changes) change()
      },
      provider,
      false,
    ),
  )
  provider.messageHandlers[messageType.sync] = (...message) => {
    const [, decoder] = message
    if (decoder.arr[decoder.pos] === syncType.update) return others.take(() => read?.(...message))
    // An answer builds on what came before it.
    others.flush()
    read?.(...message)
  }

  const noteWhole = async (): Promise<void> => {
    if (await saving.copy()?.kept()) admission.isWhole()
  }
  provider.on('connection-close', () => {
    others.flush()
    saving.happen({ kind: 'closed' })
    become({ cannotStore: false })
  })
  provider.on('sync', (synced) => {
    become(synced ? { synced, ready: true, endedBy: null } : { synced })
    if (synced) void noteWhole()
  })
  awareness.on('change', () => people.set(peopleHere(awareness)))
  const stopGuarding = guardLeaving(saving.wouldLose)
  // Whoever signed in again in another tab comes back to this one.
  const comeBack = (): void => {
    const isSeen = document.visibilityState === 'visible'
    if (isSeen && status.get().endedBy === 'signed-out') retry.now()
  }
  document.addEventListener('visibilitychange', comeBack)

  const showCopy = async (): Promise<void> => {
    const isThere = await saving.keep(admission.before.generation)
    const isShown = isThere && (admission.before.wasWhole || doc.store.clients.size > 0)
    if (!isShown) return become({ isNotHere: true })
    become(isModeKnown || status.get().endedBy !== null ? { ready: true } : { ready: true, mayWrite: true })
  }
  if (admission.before.generation === 0) {
    become({ isNotHere: true })
    provider.connect()
  } else {
    // What is here already need not come again, and what waits here goes with the first answer.
    retry.after(showCopy())
  }

  return {
    documentId,
    memberId,
    doc,
    body: doc.getXmlFragment('body'),
    awareness,
    saved: saving.saved,
    status,
    people,
    serverNow: time.now,
    wouldLose: saving.wouldLose,
    retry: retry.now,
    close: async () => {
      // First, while it is still known that the server has everything.
      const closing = status.get().endedBy === 'deleted' ? saving.giveUp() : saving.close()
      document.removeEventListener('visibilitychange', comeBack)
      stopGuarding()
      stopSpeaking()
      retry.stop()
      others.stop()
      provider.destroy()
      awareness.destroy()
      await closing.catch(() => {})
      doc.destroy()
    },
  }
}
