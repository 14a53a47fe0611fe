import { Fragment, type NodeType, type Node as PmNode, type Schema } from '@tiptap/pm/model'
import { documentSchema, MAX_DEPTH } from '../document/schema.ts'

const schema: Schema = documentSchema

/** A node of a type; what may not stand in it is wrapped, opened or, where it is text that has no place, left out. */
export const fitted = (
  type: NodeType,
  attributes: Record<string, unknown>,
  children: readonly PmNode[],
): PmNode => {
  const placed = type.inlineContent ? inlinesFor(type, children) : blocksFor(type, children)
  const rest = Fragment.fromArray(placed)
  const missing = type.contentMatch.matchFragment(rest)?.fillBefore(Fragment.empty, true) ?? Fragment.empty
  return type.create(attributes, rest.append(missing))
}

const inlinesFor = (type: NodeType, children: readonly PmNode[]): PmNode[] =>
  children.flatMap(inlinesOf).flatMap((child) => {
    const fitting = type.contentMatch.matchType(child.type) ? child : textInPlaceOf(child)
    return fitting === undefined ? [] : [fitting.mark(type.allowedMarks(fitting.marks))]
  })

const textInPlaceOf = ({ type }: PmNode): PmNode | undefined =>
  type.name === 'hardBreak' ? schema.text('\n') : undefined

/** The inline content of a block and of all that it holds, a break between blocks. */
export const inlinesOf = (node: PmNode): readonly PmNode[] => {
  if (node.isInline) return [node]
  if (node.inlineContent) return node.children
  const parts = node.children.map(inlinesOf).filter((part) => part.length > 0)
  return parts.flatMap((part, index) => (index === 0 ? part : [lineBreak(), ...part]))
}

const lineBreak = (): PmNode => schema.node('hardBreak')

const blocksFor = (type: NodeType, children: readonly PmNode[]): PmNode[] => {
  const placed: PmNode[] = []
  let match = type.contentMatch
  const place = (child: PmNode): void => {
    const next = match.matchType(child.type)
    if (next !== null) {
      match = next
      placed.push(child)
      return
    }
    const before = match.fillBefore(Fragment.from(child))
    const wrapping = match.findWrapping(child.type)
    if (before !== null && before.size > 0 && !child.isInline) [...before.content, child].forEach(place)
    else if (wrapping !== null && wrapping.length > 0) place(wrapIn(wrapping, child))
    else child.children.forEach(place)
  }
  joinInlines(children).forEach(place)
  return placed
}

const wrapIn = (types: readonly NodeType[], child: PmNode): PmNode =>
  types.reduceRight((inner, type) => fitted(type, {}, [inner]), child)

/** Text that stands beside blocks is a paragraph. */
const joinInlines = (children: readonly PmNode[]): PmNode[] => {
  const joined: PmNode[] = []
  let line: PmNode[] = []
  const close = () => {
    if (line.length > 0) joined.push(schema.node('paragraph', {}, line))
    line = []
  }
  for (const child of children) {
    if (child.isInline) line.push(child)
    else {
      close()
      joined.push(child)
    }
  }
  close()
  return joined
}

/** A block of text with its marks needs this many levels: list, item, paragraph, mention. */
const LOWEST = MAX_DEPTH - 6

/** What lies deeper than a document may nest is laid out flat, so that every word stays. */
export const limitDepth = (node: PmNode, depth = 0): PmNode[] => {
  if (depth + heightOf(node) <= MAX_DEPTH || node.inlineContent) return [node]
  if (depth >= LOWEST) return textBlocksOf(node)
  return [
    fitted(
      node.type,
      node.attrs,
      node.children.flatMap((child) => limitDepth(child, depth + 1)),
    ),
  ]
}

/** Levels below a node: 0 for one that holds nothing. */
const heightOf = (node: PmNode): number =>
  node.children.reduce((most, child) => Math.max(most, 1 + heightOf(child)), 0)

const textBlocksOf = (node: PmNode): PmNode[] =>
  node.isTextblock || node.isLeaf ? [node] : node.children.flatMap(textBlocksOf)
