import {
  isDestructive,
  validateStructure,
  violationsUnder,
} from '@rondo/shared/document/validate-structure.ts'
import * as Y from 'yjs'

/** Whether an editor may open the document: it holds nothing that the editor would fail on or delete for everybody. */
export const isSafeToEdit = (doc: Y.Doc): boolean => !validateStructure(doc).some(isDestructive)

/**
 * Looks at what others write before the editor does, and calls `stop` when the editor must not see it: y-tiptap would
 * delete what it does not know, for everybody. `stop` has to take the editor off the document at once.
 */
export const guardAgainstOthers = (doc: Y.Doc, stop: () => void): (() => void) => {
  const look = (transaction: Y.Transaction) => {
    if (transaction.local) return
    const changed = [...transaction.changed.keys()]
    const isText = changed.every((type) => type instanceof Y.XmlText)
    const isSafe = isText ? changed.every(isSafeText) : isSafeToEdit(doc)
    if (!isSafe) stop()
  }
  doc.on('beforeObserverCalls', look)
  return () => doc.off('beforeObserverCalls', look)
}

const isSafeText = (text: unknown): boolean =>
  !(text instanceof Y.XmlText) ||
  !(text.parent instanceof Y.XmlFragment) ||
  !violationsUnder(text.parent).some(isDestructive)
