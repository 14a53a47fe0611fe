import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { standStill } from './stand-still.ts'

/** From so many blocks on a browser is spared those that nobody sees. */
const LONG_PAGE = 300
/** A caret that went so far, in places of the document, left what is laid out. */
const FAR = 2_000

/** Marks a page of so many blocks that a letter would be slow if all of them were laid out for it, and keeps far jumps true. */
export const LongPage = Extension.create({
  name: 'longPage',
  addProseMirrorPlugins: () => {
    let before = 0
    return [
      new Plugin({
        props: {
          attributes: ({ doc }) => (doc.childCount >= LONG_PAGE ? { class: 'doc-long' } : {}),
          handleScrollToSelection: (view) => {
            const { head } = view.state.selection
            const isFar = Math.abs(head - before) > FAR
            before = head
            if (isFar && view.state.doc.childCount >= LONG_PAGE) followCaret(view)
            return false
          },
        },
      }),
    ]
  },
})

const followCaret = (view: EditorView): void => {
  const { node } = view.domAtPos(view.state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  if (element !== null) standStill(element, 'nearest')
}
