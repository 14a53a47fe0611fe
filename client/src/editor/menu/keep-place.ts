import type { Editor } from '@tiptap/core'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Range } from './menu-item.ts'

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Remembers a stretch of text while something takes time and others go on writing. What comes back says where it is by
 * then; undefined if it is gone or no longer reads as it did.
 */
export const keepPlace = (editor: Editor, range: Range): (() => Span | undefined) => {
  const { type, binding } = ySyncPluginKey.getState(editor.state)
  const anchor = (position: number) => absolutePositionToRelativePosition(position, type, binding.mapping)
  const [from, to] = [anchor(range.from), anchor(range.to)]
  const text = editor.state.doc.textBetween(range.from, range.to)
  return () => {
    if (editor.isDestroyed) return undefined
    const { type, binding, doc } = ySyncPluginKey.getState(editor.state)
    const find = (place: typeof from): number | null =>
      relativePositionToAbsolutePosition(doc, type, place, binding.mapping)
    const now = { from: find(from), to: find(to) }
    if (now.from === null || now.to === null || now.to < now.from) return undefined
    const reads = editor.state.doc.textBetween(now.from, now.to)
    return reads === text ? { from: now.from, to: now.to } : undefined
  }
}
