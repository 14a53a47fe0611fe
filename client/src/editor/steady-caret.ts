import { Extension } from '@tiptap/core'
import { Plugin, type Selection } from '@tiptap/pm/state'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { UnreadSelection } from './unread-selection.ts'

/** The part of y-tiptap's binding that knows where the caret stood before somebody else's change. */
interface Binding {
  readonly doc: Y.Doc
  beforeTransactionSelection: object | null
}

/** What y-tiptap says of a transaction that shows a change of the document. */
interface Shown {
  readonly isChangeOrigin?: boolean
  readonly isUndoRedoOperation?: boolean
}

const isOthers = (shown: Shown | undefined): boolean =>
  Boolean(shown?.isChangeOrigin) && !shown?.isUndoRedoOperation

/** Browsers that hold still what is read while lines above it come and go. */
const holdsStill = (): boolean => typeof CSS !== 'undefined' && CSS.supports('overflow-anchor', 'auto')

interface Storage {
  unread: UnreadSelection | undefined
}

/**
 * Keeps the caret in its own line whatever others write.
 *
 * Yjs knows where a caret belongs, but y-tiptap doubts it and looks for a block with the same text, counted from the top. Of
 * empty lines there are as many as people who have just pressed Enter, so the caret would jump into somebody else's line. It
 * doubts only while it knows the number of the old place, so that number is taken from it.
 *
 * Where the browser has moved the caret a moment ago, that is where it belongs. And nothing is scrolled for others where the
 * browser holds still by itself: to find out whether it must, it would have to lay out the page once more for each letter.
 */
export const SteadyCaret = Extension.create<object, Storage>({
  name: 'steadyCaret',
  // After the binding, which notes the place when a change begins.
  priority: 1,
  addStorage: () => ({ unread: undefined }),
  dispatchTransaction({ transaction, next }) {
    if (!transaction.docChanged && !transaction.selectionSet) {
      const unread = this.storage.unread?.read()
      if (unread !== undefined) transaction.setSelection(unread)
    }
    next(transaction)
  },
  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin<boolean>({
        state: {
          init: () => false,
          apply: (transaction) => isOthers(transaction.getMeta(ySyncPluginKey)),
        },
        props: {
          handleScrollToSelection(view) {
            return this.getState(view.state) === true && holdsStill()
          },
        },
        view: (view) => {
          const { binding }: { binding: Binding } = ySyncPluginKey.getState(view.state)
          const unread = new UnreadSelection(view)
          storage.unread = unread
          const placeOf = (selection: Selection) =>
            getRelativeSelection(
              binding as unknown as ProsemirrorBinding,
              { doc: view.state.doc, selection } as typeof view.state,
            )
          const keepPlace = () => {
            const moved = unread.read()
            const before = moved === undefined ? binding.beforeTransactionSelection : placeOf(moved)
            if (before) binding.beforeTransactionSelection = { ...before, absAnchor: null, absHead: null }
          }
          const see = () => unread.see()
          binding.doc.on('beforeAllTransactions', keepPlace)
          const { ownerDocument } = view.dom
          ownerDocument.addEventListener('selectionchange', see)
          return {
            update: see,
            destroy: () => {
              storage.unread = undefined
              binding.doc.off('beforeAllTransactions', keepPlace)
              ownerDocument.removeEventListener('selectionchange', see)
            },
          }
        },
      }),
    ]
  },
})
