import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import { positionOf } from './image-place.ts'
import type { Taken } from './waiting-images.ts'

/** Puts another picture in the place of an image, wherever it stands by now. Answers whether it still stands somewhere. */
export const replaceImage = (
  editor: Editor,
  doc: Y.Doc,
  { fileId, place }: { readonly fileId: string; readonly place: Y.RelativePosition },
  taken: Taken,
): boolean => {
  if (editor.isDestroyed) return false
  const position = [positionOf(doc, editor.state, place), ...positionsOf(editor, fileId)].find(
    (at) => at !== undefined && editor.state.doc.nodeAt(at)?.attrs['fileId'] === fileId,
  )
  const node = position === undefined ? null : editor.state.doc.nodeAt(position)
  if (position === undefined || node === null) return false
  const { fileId: id, width, height } = taken
  editor.view.dispatch(
    editor.state.tr.setNodeMarkup(position, null, { ...node.attrs, fileId: id, width, height }),
  )
  return true
}

const positionsOf = (editor: Editor, fileId: string): number[] => {
  const positions: number[] = []
  editor.state.doc.descendants((node, position) => {
    if (node.attrs['fileId'] === fileId) positions.push(position)
    return !node.isTextblock
  })
  return positions
}
