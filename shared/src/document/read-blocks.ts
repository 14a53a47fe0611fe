import * as Y from 'yjs'
import { keptBlocksOf } from './kept-blocks.ts'
import { BODY, MAX_DEPTH } from './schema.ts'

/** A run of text with its marks, or an inline atom (a mention, a page link, a line break). */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks: Readonly<Record<string, unknown>> }
  | { readonly type: 'atom'; readonly name: string; readonly attributes: Attributes }

export type Attributes = Readonly<Record<string, unknown>>

/** One element of the document that is not an inline atom, with the inline content that stands directly in it. */
export interface BlockRead {
  readonly name: string
  readonly attributes: Attributes
  readonly inlines: readonly Inline[]
  readonly element: Y.XmlElement
}

const INLINE_ATOMS: ReadonlySet<string> = new Set(['pageLink', 'mention', 'hardBreak'])

/**
 * The blocks of a document in reading order, a container before what it contains. Iterative and tolerant: whatever is
 * neither element nor text is passed over, and nothing below `MAX_DEPTH` is read. Every other reader stands on this one.
 */
export const readBlocks = (doc: Y.Doc): BlockRead[] =>
  keptBlocksOf(doc)?.read((child) => blocksFrom([child])) ??
  blocksFrom(blockChildren(doc.getXmlFragment(BODY)))

const blocksFrom = (children: readonly Y.XmlElement[]): BlockRead[] => {
  const blocks: BlockRead[] = []
  const open = children.toReversed().map((element) => ({ element, depth: 1 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, depth } = next
    const name = element.nodeName
    blocks.push({ name, attributes: element.getAttributes(), inlines: inlinesOf(element), element })
    if (depth >= MAX_DEPTH) continue
    for (const child of blockChildren(element).toReversed()) open.push({ element: child, depth: depth + 1 })
  }
  return blocks
}

const blockChildren = (parent: Y.XmlFragment): Y.XmlElement[] =>
  childrenOf(parent).filter(
    (child) => child instanceof Y.XmlElement && !INLINE_ATOMS.has(child.nodeName),
  ) as Y.XmlElement[]

const childrenOf = (parent: Y.XmlFragment): unknown[] => parent.toArray()

const inlinesOf = (element: Y.XmlElement): Inline[] =>
  childrenOf(element).flatMap((child): Inline[] => {
    if (child instanceof Y.XmlText) return runsOf(child)
    if (!(child instanceof Y.XmlElement) || !INLINE_ATOMS.has(child.nodeName)) return []
    return [{ type: 'atom', name: child.nodeName, attributes: child.getAttributes() }]
  })

const runsOf = (text: Y.XmlText): Inline[] =>
  (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap((run) =>
    typeof run.insert === 'string' ? [{ type: 'text', text: run.insert, marks: run.attributes ?? {} }] : [],
  )
