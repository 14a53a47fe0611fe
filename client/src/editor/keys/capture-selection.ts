import { type CaptureKind, isCaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Editor } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { canSplit, liftTarget } from '@tiptap/pm/transform'

/** A stretch of one block that is to be a capture. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** What is no line of a page: the agenda stays the agenda, and code stays code. */
const LEFT_ALONE = new Set(['segment', 'codeBlock'])

/**
 * Makes what is selected captures of a kind, one for each line it touches, as a note-taker means it who marks three
 * points and says "decisions". Of a line that is selected in part the rest is kept as it was; half a word is taken
 * whole. A capture that is selected whole changes its kind and keeps its id. All of it is one step to undo.
 */
export const captureSelection = (editor: Editor, kind: CaptureKind, at: Instant): boolean => {
  const { state } = editor
  const stretches = stretchesIn(state)
  if (stretches.length === 0) return false
  const { tr } = state
  for (const stretch of stretches.toReversed()) make(tr, stretch, kind, at)
  const last = stretches.at(-1)
  if (last) tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(last.to, -1)), -1))
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
  return true
}

const stretchesIn = ({ doc, selection: { from, to } }: EditorState): Stretch[] => {
  const found: Stretch[] = []
  doc.nodesBetween(from, to, (node, start) => {
    if (!node.isTextblock) return true
    const stretch = LEFT_ALONE.has(node.type.name) ? undefined : within(node, start + 1, from, to)
    if (stretch) found.push(stretch)
    return false
  })
  return found
}

/** An inline atom reads as one character, so that offsets in the text are places in the page. */
const ATOM = '\ufffc'
const WORD = /[\p{L}\p{N}\p{M}_'’]/u

const within = (node: PmNode, start: number, from: number, to: number): Stretch | undefined => {
  const text = node.textBetween(0, node.content.size, undefined, ATOM)
  let begin = Math.max(0, from - start)
  let end = Math.min(text.length, to - start)
  const isWord = (at: number) => WORD.test(text[at] ?? '')
  while (begin < end && /\s/u.test(text[begin] ?? '')) begin++
  while (end > begin && /\s/u.test(text[end - 1] ?? '')) end--
  if (begin === end) return undefined
  while (begin > 0 && isWord(begin - 1) && isWord(begin)) begin--
  while (end < text.length && isWord(end - 1) && isWord(end)) end++
  return { from: start + begin, to: start + end }
}

const make = (tr: Transaction, { from, to }: Stretch, kind: CaptureKind, at: Instant): void => {
  const block = tr.doc.resolve(from)
  const isWhole = (edge: string) => edge.trim() === ''
  const before = block.parent.textBetween(0, from - block.start(), undefined, ATOM)
  const after = block.parent.textBetween(to - block.start(), block.parent.content.size, undefined, ATOM)
  if (block.parent.type.name === 'capture' && isWhole(before) && isWhole(after)) {
    tr.setNodeAttribute(block.before(), 'kind', kind)
    return
  }
  if (!isWhole(after)) cut(tr, to, after, 'start')
  const own = isWhole(before) ? from : cut(tr, from, before, 'end')
  turn(tr, own, { id: crypto.randomUUID(), kind, at })
}

/** Divides a line at a place, without the spaces around it; answers where the second part begins. */
const cut = (tr: Transaction, at: number, edge: string, side: 'start' | 'end'): number => {
  const spaces = side === 'end' ? edge.length - edge.trimEnd().length : edge.length - edge.trimStart().length
  if (side === 'end') tr.delete(at - spaces, at)
  else tr.delete(at, at + spaces)
  const place = side === 'end' ? at - spaces : at
  const { paragraph } = tr.doc.type.schema.nodes
  const isCapture = tr.doc.resolve(place).parent.type.name === 'capture'
  // What is split off a capture is text: an id stands for one thing.
  const type = isCapture && paragraph ? [{ type: paragraph }] : undefined
  if (canSplit(tr.doc, place, 1, type)) tr.split(place, 1, type)
  return place + 2
}

/** Lifts the line out of lists and quotes, as a capture stands for itself, and makes it one. */
const turn = (tr: Transaction, inside: number, attributes: Record<string, unknown>): void => {
  let place = inside
  for (let $place = tr.doc.resolve(place); $place.depth > 1; $place = tr.doc.resolve(place)) {
    const range = $place.blockRange()
    const target = range && liftTarget(range)
    if (!range || target === null || target === undefined) break
    const steps = tr.mapping.maps.length
    tr.lift(range, target)
    place = tr.mapping.slice(steps).map(place)
  }
  const { capture } = tr.doc.type.schema.nodes
  const { $from } = Selection.near(tr.doc.resolve(place))
  if (capture && isCaptureKind(attributes['kind'])) tr.setBlockType($from.pos, $from.pos, capture, attributes)
}
