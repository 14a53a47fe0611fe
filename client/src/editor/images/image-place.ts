/**
 * Places between blocks that stay right while others write. The editor's own positions do not: for every change of somebody
 * else y-tiptap puts the whole page in the place of the page. So a place is kept as Yjs knows it: behind this block, or
 * this very block.
 */
import { BODY } from '@rondo/shared/document/schema.ts'
import type { NodeType, Node as PmNode, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import * as Y from 'yjs'

/** The gap between two blocks: which child of which block it comes before. */
interface Gap {
  /** The indices that lead to the block; none for the page itself. */
  readonly path: readonly number[]
  readonly index: number
}

const BEHIND = -1

/**
 * Where a block may stand that is asked for at this position: in the place before an empty line, so that one goes on
 * writing in it, otherwise behind the line; out of what cannot hold it.
 */
export const gapAt = ($at: ResolvedPos, type: NodeType): Gap => {
  for (let depth = $at.depth; depth >= 0; depth--) {
    const node = $at.node(depth)
    if (node.isTextblock) continue
    const [before, behind] = [$at.index(depth), $at.indexAfter(depth)]
    const isEmptyLine = depth === $at.depth - 1 && $at.parent.content.size === 0
    const indices = isEmptyLine ? [before, before + 1] : [depth < $at.depth ? before + 1 : behind]
    const index = indices.find((one) => node.canReplaceWith(one, one, type))
    if (index !== undefined) return { path: pathTo($at, depth), index }
  }
  return { path: [], index: $at.doc.childCount }
}

const pathTo = ($at: ResolvedPos, depth: number): number[] =>
  Array.from({ length: depth }, (_, level) => $at.index(level))

/** The gap as a place: behind the block that stands before it. */
export const placeOf = (doc: Y.Doc, { path, index }: Gap): Y.RelativePosition => {
  const parent = blockAt(doc.getXmlFragment(BODY), path)
  return Y.createRelativePositionFromTypeIndex(parent, Math.min(index, parent.length), BEHIND)
}

/** Right behind the block that begins at a position. */
export const placeBehind = (doc: Y.Doc, state: EditorState, position: number): Y.RelativePosition => {
  const $at = state.doc.resolve(position)
  return placeOf(doc, { path: pathTo($at, $at.depth), index: $at.index() + 1 })
}

/** The block that begins at a position, as a place that goes with it. */
export const placeOfBlock = (doc: Y.Doc, state: EditorState, position: number): Y.RelativePosition => {
  const $at = state.doc.resolve(position)
  const parent = blockAt(doc.getXmlFragment(BODY), pathTo($at, $at.depth))
  return Y.createRelativePositionFromTypeIndex(parent, $at.index())
}

/** Where a place is in the editor now; undefined when what it was in is gone. */
export const positionOf = (doc: Y.Doc, state: EditorState, place: Y.RelativePosition): number | undefined => {
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc)
  const path = found && pathOf(doc.getXmlFragment(BODY), found.type)
  return path ? positionIn(state.doc, path, found.index) : undefined
}

const blockAt = (body: Y.XmlFragment, path: readonly number[]): Y.XmlFragment => {
  let block = body
  for (const index of path) {
    const child: unknown = block.get(index)
    if (!(child instanceof Y.XmlElement)) return block
    block = child
  }
  return block
}

/** The indices that lead to a block of the page; undefined for what is in it no longer. */
const pathOf = (body: Y.XmlFragment, block: Y.AbsolutePosition['type']): number[] | undefined => {
  const path: number[] = []
  for (let at: unknown = block; at !== body; ) {
    if (!(at instanceof Y.XmlElement) || at._item?.deleted !== false) return undefined
    const parent: unknown = at.parent
    if (!(parent instanceof Y.XmlFragment)) return undefined
    path.unshift(parent.toArray().indexOf(at))
    at = parent
  }
  return path
}

const positionIn = (doc: PmNode, path: readonly number[], index: number): number | undefined => {
  let [node, position] = [doc, 0]
  for (const step of path) {
    if (step >= node.childCount) return undefined
    position += sizeBefore(node, step) + 1
    node = node.child(step)
  }
  return node.isTextblock ? undefined : position + sizeBefore(node, Math.min(index, node.childCount))
}

const sizeBefore = (node: PmNode, index: number): number => {
  let size = 0
  for (let i = 0; i < index; i++) size += node.child(i).nodeSize
  return size
}
