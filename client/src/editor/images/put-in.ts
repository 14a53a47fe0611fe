import type { Node as PmNode } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { placeBehind, positionOf } from './image-place.ts'
import type { Taken, WaitingImage, WaitingImages } from './waiting-images.ts'

/** Where it would stand now; the end of the page where its place is gone. */
const standing = (view: EditorView, doc: Y.Doc, { place }: WaitingImage): number =>
  positionOf(doc, view.state, place) ?? view.state.doc.content.size

/**
 * Puts a picture that was taken in into the page, where it waited. Those that waited behind it in the same place go on
 * waiting behind it.
 */
export const putIn = (view: EditorView, doc: Y.Doc, waiting: WaitingImages, one: WaitingImage): void => {
  if (one.way.kind !== 'taken') return
  const all = waiting.snapshot()
  const position = standing(view, doc, one)
  const behind = all.slice(all.indexOf(one) + 1).filter((other) => standing(view, doc, other) === position)
  const at = insert(view, one.way.image, position) ?? insert(view, one.way.image, view.state.doc.content.size)
  waiting.drop(one.key)
  if (at === undefined) return
  const next = placeBehind(doc, view.state, at)
  for (const { key } of behind) waiting.move(key, next)
}

/** Answers where it stands; undefined where nothing may stand, as below a segment that is hidden. */
const insert = (view: EditorView, { fileId, width, height }: Taken, position: number): number | undefined => {
  const { state } = view
  const { image, paragraph } = state.schema.nodes
  const $at = state.doc.resolve(position)
  if (!image || !paragraph || !$at.parent.canReplaceWith($at.index(), $at.index(), image)) return undefined
  const isLast = position === state.doc.content.size
  const nodes: PmNode[] = [image.create({ fileId, width, height }), ...(isLast ? [paragraph.create()] : [])]
  view.dispatch(state.tr.insert(position, nodes))
  return view.state.doc.nodeAt(position)?.attrs['fileId'] === fileId ? position : undefined
}
