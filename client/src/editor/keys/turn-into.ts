import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Editor } from '@tiptap/core'
import { captureSelection } from './capture-selection.ts'

/**
 * Makes the block at the caret a capture of this kind. A capture of another kind keeps its id and its time, for it is
 * the same thing seen better; whatever else it was is lifted out of lists and quotes first. Below the title of a segment, which
 * stands in the agenda, a new line is begun for it.
 */
export const turnIntoCapture = (editor: Editor, kind: CaptureKind, at: Instant): boolean => {
  const { $from } = editor.state.selection
  const { name } = $from.parent.type
  if (name === 'capture') return editor.chain().focus().updateAttributes('capture', { kind }).run()
  const attributes = { id: crypto.randomUUID(), kind, at }
  if (name === 'segment') {
    const below = $from.after()
    const capture = { type: 'capture', attrs: attributes }
    return editor
      .chain()
      .focus()
      .insertContentAt(below, capture)
      .setTextSelection(below + 1)
      .run()
  }
  return editor.chain().focus().clearNodes().setNode('capture', attributes).run()
}

/** Makes what is selected captures of this kind, or the block at the caret where nothing is. */
export const makeCapture = (editor: Editor, kind: CaptureKind, at: Instant): boolean =>
  editor.state.selection.empty ? turnIntoCapture(editor, kind, at) : captureSelection(editor, kind, at)

/** The key of a kind: once makes a capture, again on the same kind makes it text again. */
export const toggleCapture = (editor: Editor, kind: CaptureKind, at: Instant): boolean => {
  const { parent } = editor.state.selection.$from
  if (!editor.state.selection.empty) return captureSelection(editor, kind, at)
  const isSame = parent.type.name === 'capture' && parent.attrs['kind'] === kind
  return isSame ? editor.commands.setNode('paragraph') : turnIntoCapture(editor, kind, at)
}
