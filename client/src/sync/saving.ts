/**
 * What became of the edits of one open document: counts them, keeps them on this device and remembers which the server
 * has.
 *
 * 1. An edit is known here before the provider sends it.
 * 2. What the server has is noted in the copy only while everything is saved.
 * 3. An edit leaves a mark outside the copy until it is saved, so that nobody has to open a copy to know that it owes.
 */
import * as Y from 'yjs'
import { markUnsent, unmark, unsentMarks } from './copy-records.ts'
import { askForDurableStorage } from './durable-storage.ts'
import { fromCopy, keepLocalCopy, type LocalCopy } from './local-copy.ts'
import { createPatience } from './patience.ts'
import {
  advance,
  atFirst,
  isWaiting,
  type SavedEvent,
  type SavedState,
  savedState,
  unsafeEdits,
  wouldLose,
} from './saved-state.ts'
import { unsentText } from './unsent-text.ts'
import { watch } from './watched.ts'

/** Quiet before it is noted that the server has everything. */
const settleMs = 2_000

const sameSaved = (a: SavedState, b: SavedState): boolean => JSON.stringify(a) === JSON.stringify(b)

type Whose = { readonly memberId: string; readonly documentId: string }

export const createSaving = (doc: Y.Doc, { memberId, documentId }: Whose) => {
  const saved = watch(savedState(atFirst), sameSaved)
  const earlier = unsentMarks(memberId, documentId)
  let progress = atFirst
  let copy: LocalCopy | undefined
  let isCopyIn = false
  let isMarked = false
  /** The state when everything was last saved. */
  let lastSaved: Uint8Array | undefined
  /** Whether what earlier visits left here is known to have been saved. */
  let isEarlierSaved = earlier.length === 0
  let settling: ReturnType<typeof setTimeout> | undefined

  const settle = async (): Promise<void> => {
    if (saved.get().kind !== 'saved') return
    isMarked = false
    isEarlierSaved ||= isCopyIn
    await copy?.confirm(Y.encodeStateVector(doc))
    if (!isMarked) unmark([...(isEarlierSaved ? earlier : []), ...ownMarks()])
  }
  const ownMarks = (): readonly string[] =>
    unsentMarks(memberId, documentId).filter((name) => name.endsWith(`.${doc.clientID}`))
  const settleSoon = (): void => {
    clearTimeout(settling)
    settling = undefined
    if (saved.get().kind !== 'saved') return
    lastSaved = Y.encodeStateVector(doc)
    settling = setTimeout(() => void settle(), settleMs)
  }

  const patience = createPatience(() => happen({ kind: 'waited' }))
  const happen = (event: SavedEvent): void => {
    const before = progress
    progress = advance(before, event)
    patience.look(isWaiting(progress), event.kind === 'acked' && progress !== before)
    saved.set(savedState(progress))
  }
  saved.subscribe(settleSoon)

  const noteStored = async (): Promise<void> => {
    const { edits } = progress
    if (await copy?.kept()) happen({ kind: 'stored', edits })
  }
  /** The tab goes, or nobody looks any more: others need not wait for it. */
  const letGo = (): void => {
    if (isMarked) markUnsent(memberId, documentId, doc.clientID, 0)
    isMarked = false
  }
  window.addEventListener('pagehide', letGo)
  const mark = (): void => {
    if (!isMarked) markUnsent(memberId, documentId, doc.clientID)
    isMarked = true
    if (progress.line !== 'open') askForDurableStorage()
  }
  doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin !== fromCopy) copy?.add(update)
    if (!transaction.local) return
    happen({ kind: 'edited' })
    mark()
    void noteStored()
  })

  return {
    saved,
    happen,
    /** Whether closing now would lose something. */
    wouldLose: (): boolean => wouldLose(progress),
    copy: (): LocalCopy | undefined => copy,
    /** Begins the copy on this device; resolves to whether there is one. */
    keep: async (generation: number): Promise<boolean> => {
      copy ??= keepLocalCopy(doc, { memberId, documentId, generation })
      isCopyIn = await copy.loaded
      await noteStored()
      return isCopyIn
    },
    /** What the server never had, as text. */
    unsent: async (): Promise<string> => {
      await copy?.loaded
      if (unsafeEdits(progress) === 0 && isEarlierSaved) return ''
      const here = isEarlierSaved ? lastSaved : undefined
      return unsentText(doc, here ?? copy?.confirmed())
    },
    /** Nothing of it will ever be sent. */
    giveUp: async (): Promise<void> => {
      unmark(unsentMarks(memberId, documentId))
      await copy?.forget()
    },
    close: async (): Promise<void> => {
      clearTimeout(settling)
      patience.stop()
      window.removeEventListener('pagehide', letGo)
      await settle()
      letGo()
      await copy?.close()
    },
  }
}
