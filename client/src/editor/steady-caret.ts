import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/** The part of y-tiptap's binding that knows where the caret stood before somebody else's change. */
interface Binding {
  readonly doc: Y.Doc
  beforeTransactionSelection: object | null
}

/**
 * Keeps the caret in its own line whatever others write.
 *
 * Yjs knows where a caret belongs, but y-tiptap doubts it and looks for a block with the same text, counted from the top. Of
 * empty lines there are as many as people who have just pressed Enter, so the caret would jump into somebody else's line. It
 * doubts only while it knows the number of the old place, so that number is taken from it.
 */
export const SteadyCaret = Extension.create({
  name: 'steadyCaret',
  // After the binding, which notes the place when a change begins.
  priority: 1,
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ state }) => {
        const { binding }: { binding: Binding } = ySyncPluginKey.getState(state)
        const forgetNumbers = () => {
          const before = binding.beforeTransactionSelection
          if (before) binding.beforeTransactionSelection = { ...before, absAnchor: null, absHead: null }
        }
        binding.doc.on('beforeAllTransactions', forgetNumbers)
        return { destroy: () => binding.doc.off('beforeAllTransactions', forgetNumbers) }
      },
    }),
  ],
})
