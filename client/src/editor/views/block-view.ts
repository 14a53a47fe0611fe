import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import type { View, World } from '../world.ts'

/** What a view of a node may ask and do; all of it is about the node as it stands now. */
export interface Place {
  readonly editor: Editor
  /** Writes attributes of the node, as one step that can be undone. */
  readonly set: (attributes: Readonly<Record<string, unknown>>) => void
  /** Puts the caret at the end of the node's text. */
  readonly focusEnd: () => void
  readonly position: () => number | undefined
}

/** The drawing of one kind of node: its elements, and how they follow the node and the surroundings. */
export interface Drawing {
  readonly dom: HTMLElement
  readonly contentDOM?: HTMLElement
  readonly show: (node: PmNode, view: View, editable: boolean) => void
  readonly destroy?: (() => void) | undefined
}

/**
 * A node view without React: a page may hold hundreds, and every change by somebody else passes all of them.
 * Draws again when the node, the surroundings or the right to edit change; keeps the hands of ProseMirror off our controls.
 */
export const blockView =
  (world: World, draw: (place: Place) => Drawing) =>
  ({ node: first, getPos, editor }: NodeViewRendererProps): NodeView => {
    let node = first
    const drawing = draw(placeOf(editor, getPos))
    const show = () => drawing.show(node, world.now, world.now.editable)
    const unsubscribe = world.subscribe(show)
    show()
    const isText = ({ type, target }: ViewMutationRecord) =>
      drawing.contentDOM?.contains(target) === true &&
      !(type === 'attributes' && target === drawing.contentDOM)
    return {
      dom: drawing.dom,
      ...(drawing.contentDOM ? { contentDOM: drawing.contentDOM } : {}),
      update: (next) => {
        if (next.type !== node.type) return false
        node = next
        show()
        return true
      },
      stopEvent: (event) =>
        event.target instanceof Element && event.target.closest('button, input, label, a') !== null,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !isText(mutation),
      destroy: () => {
        unsubscribe()
        drawing.destroy?.()
      },
    }
  }

const placeOf = (editor: Editor, getPos: () => number | undefined): Place => ({
  editor,
  position: getPos,
  set: (attributes) => {
    const position = getPos()
    const node = position === undefined ? null : editor.state.doc.nodeAt(position)
    if (position === undefined || !node || !editor.isEditable) return
    editor.view.dispatch(editor.state.tr.setNodeMarkup(position, null, { ...node.attrs, ...attributes }))
  },
  focusEnd: () => {
    const position = getPos()
    const node = position === undefined ? null : editor.state.doc.nodeAt(position)
    if (position !== undefined && node) editor.commands.focus(position + 1 + node.content.size)
  },
})
