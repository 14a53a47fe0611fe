import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/** The part of y-tiptap's binding that knows which block of the editor shows which type of the document. */
interface Binding {
  readonly doc: Y.Doc
  mapping: Map<unknown, unknown>
  /** Brings the document to what the editor shows. */
  _prosemirrorChanged(shown: unknown): void
}

/** Forgets single blocks, and all of them only while nobody else's change is being shown. */
class KeptMapping extends Map<unknown, unknown> {
  isShowing = false

  override clear(): void {
    if (!this.isShowing) super.clear()
  }
}

/**
 * Keeps every block that a change of somebody else did not touch.
 *
 * y-tiptap takes what changed, and what that stands in, out of its mapping, and then empties all of it, so that each letter
 * of others builds each block of a page anew: in two thousand blocks more than a browser can do while five people write.
 * What is left in the mapping is what nobody touched, so its sizes are true and places in it resolve as before.
 *
 * It also compares each block of the page with the document whenever anything moves, be it a caret. A page that was compared
 * already is the same page, so it is not compared again.
 */
export const KeptBlocks = Extension.create({
  name: 'keptBlocks',
  // After the binding, which fills its mapping when the page is first drawn.
  priority: 1,
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ state }) => {
        const { binding }: { binding: Binding } = ySyncPluginKey.getState(state)
        const kept = new KeptMapping(binding.mapping)
        binding.mapping = kept
        const compare = binding._prosemirrorChanged.bind(binding)
        let compared: unknown
        binding._prosemirrorChanged = (shown) => {
          if (shown === compared) return
          compare(shown)
          compared = shown
        }
        const begin = () => {
          kept.isShowing = true
        }
        const end = () => {
          kept.isShowing = false
        }
        binding.doc.on('beforeObserverCalls', begin)
        binding.doc.on('afterTransaction', end)
        return {
          destroy: () => {
            binding._prosemirrorChanged = compare
            binding.doc.off('beforeObserverCalls', begin)
            binding.doc.off('afterTransaction', end)
          },
        }
      },
    }),
  ],
})
