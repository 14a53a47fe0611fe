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
  let isMarked = false
  let settling: ReturnType<typeof setTimeout> | undefined

  const settle = async (): Promise<void> => {
    const isCopyIn = (await copy?.loaded) === true
    if (savedState(progress).kind !== 'saved') return
    isMarked = false
    await copy?.confirm(Y.encodeStateVector(doc))
    if (!isMarked) unmark([...(isCopyIn ? earlier : []), ...ownMarks()])
  }
  const ownMarks = (): readonly string[] =>
    unsentMarks(memberId, documentId).filter((name) => name.endsWith(`.${doc.clientID}`))
  const settleSoon = (): void => {
    clearTimeout(settling)
    settling = undefined
    if (saved.get().kind === 'saved') settling = setTimeout(() => void settle(), settleMs)
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
      const isThere = await copy.loaded
      await noteStored()
      return isThere
    },
    /** What the server never had, as text. */
    unsent: async (): Promise<string> => {
      await copy?.loaded
      const owes = unsafeEdits(progress) > 0 || unsentMarks(memberId, documentId).length > 0
      return owes ? unsentText(doc, copy?.confirmed()) : ''
    },
    /** Nothing of it will ever be sent. */
    giveUp: async (): Promise<void> => {
      unmark(unsentMarks(memberId, documentId))
      await copy?.forget()
    },
    close: async (): Promise<void> => {
      clearTimeout(settling)
      patience.stop()
      await settle()
      await copy?.close()
    },
  }
}
