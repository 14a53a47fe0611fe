/**
 * Turns the text of a page into another one by edits, as a person could make them, never by a new document.
 *
 * 1. A block that says the same before and after is not touched: whoever has the caret in it keeps it, and a capture keeps
 *    the origin that tells who caught it.
 * 2. A block that is still there with other words is edited word by word; what others type in it meanwhile stays.
 * 3. Only what has no counterpart is deleted or made anew.
 */
import type { JSONContent } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { align, type Stretch } from './alignment.ts'
import { type AttributeValue, isId } from './attributes.ts'
import { pairUp, wordBag, wordLikeness } from './pairing.ts'
import { BODY, documentSchema } from './schema.ts'
import { elementJson } from './to-prosemirror-json.ts'
import { readAttribute, writeAttribute } from './write-attribute.ts'
import type { Origin } from './write-document.ts'

/** Less alike than this, a block is not edited into the other but replaced. */
const LEAST_LIKENESS = 0.4
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * Makes a document say what `body` says, ProseMirror JSON of our schema.
 * @throws RangeError when the schema does not know what stands in `body`; nothing is changed then
 */
export const rewriteBody = (doc: Y.Doc, body: JSONContent, origin: Origin = null): void => {
  const wanted = childrenOf(documentSchema.nodeFromJSON(body))
  doc.transact(() => rewrite(doc, doc.getXmlFragment(BODY), wanted, 1), origin)
}

/** A block as it stands, and as it may be compared; what is no element is never the same as anything. */
interface Standing {
  readonly element: Y.XmlElement | null
  readonly key: string
}

const rewrite = (doc: Y.Doc, parent: Y.XmlFragment, wanted: readonly PmNode[], depth: number): void => {
  const standing = standingIn(parent, depth)
  const keys = wanted.map(keyOfNode)
  let index = 0
  for (const stretch of align(
    standing.map(({ key }) => key),
    keys,
  )) {
    if (stretch.kind === 'same') index += stretch.after.to - stretch.after.from
    else index = rewriteStretch(doc, parent, { standing, wanted, stretch, index, depth })
  }
}

interface Work {
  readonly standing: readonly Standing[]
  readonly wanted: readonly PmNode[]
  readonly stretch: Stretch
  readonly index: number
  readonly depth: number
}

/** Answers the place behind what it wrote. */
const rewriteStretch = (
  doc: Y.Doc,
  parent: Y.XmlFragment,
  { standing, wanted, stretch, index, depth }: Work,
): number => {
  const went = standing.slice(stretch.before.from, stretch.before.to)
  const came = wanted.slice(stretch.after.from, stretch.after.to)
  let at = index
  let [b, a] = [0, 0]
  const upTo = (nextB: number, nextA: number) => {
    if (nextB > b) parent.delete(at, nextB - b)
    for (const node of came.slice(a, nextA)) insert(doc, parent, at++, node)
  }
  for (const [pairB, pairA] of pairsOf(went, came)) {
    upTo(pairB, pairA)
    const [element, node] = [went[pairB]?.element, came[pairA]]
    if (element && node) edit(doc, element, node, depth)
    at += 1
    ;[b, a] = [pairB + 1, pairA + 1]
  }
  upTo(went.length, came.length)
  return at
}

const insert = (doc: Y.Doc, parent: Y.XmlFragment, at: number, node: PmNode): void => {
  const element = new Y.XmlElement(node.type.name)
  parent.insert(at, [element])
  settle(doc, element, node)
}

const edit = (doc: Y.Doc, element: Y.XmlElement, node: PmNode, depth: number): void => {
  if (node.inlineContent || node.isLeaf) {
    editWords(element, node)
    settle(doc, element, node)
    return
  }
  editAttributes(element, node)
  rewrite(doc, element, childrenOf(node), depth + 1)
}

/** y-tiptap's own way of making an element say what a node says. */
const settle = (doc: Y.Doc, element: Y.XmlElement, node: PmNode): void =>
  updateYFragment(doc, element, node, { mapping: new Map(), isOMark: new Map() })

/** Where a block holds one text before and after, only the words that differ are touched. */
const editWords = (element: Y.XmlElement, node: PmNode): void => {
  const [text, ...others] = element.toArray()
  if (!(text instanceof Y.XmlText) || others.length > 0 || !holdsOnlyText(node)) return
  const [before, after] = [wordsOf(plainOf(text)), wordsOf(node.textContent)]
  if (before.join('').length !== text.length) return
  let at = 0
  for (const stretch of align(before, after)) {
    const came = after.slice(stretch.after.from, stretch.after.to).join('')
    if (stretch.kind === 'changed') {
      const went = before.slice(stretch.before.from, stretch.before.to).join('')
      if (went !== '') text.delete(at, went.length)
      if (came !== '') text.insert(at, came)
    }
    at += came.length
  }
}

const editAttributes = (element: Y.XmlElement, node: PmNode): void => {
  for (const [name, value] of Object.entries<unknown>(node.attrs)) {
    if (value === null || value === undefined) element.removeAttribute(name)
    else if (readAttribute(element, name) !== value) writeAttribute(element, name, value as AttributeValue)
  }
}

const holdsOnlyText = (node: PmNode): boolean => childrenOf(node).every(({ isText }) => isText)

const plainOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert: part }) => (typeof part === 'string' ? part : ''))
    .join('')

const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

const standingIn = (parent: Y.XmlFragment, depth: number): Standing[] =>
  parent.toArray().map((child: unknown, index) => {
    if (!(child instanceof Y.XmlElement)) return { element: null, key: `no element ${index}` }
    const node = nodeOf(child, depth)
    return { element: child, key: node === undefined ? `unknown ${index}` : keyOfNode(node) }
  })

/** Undefined where the element holds what the schema does not know. */
const nodeOf = (element: Y.XmlElement, depth: number): PmNode | undefined => {
  try {
    return documentSchema.nodeFromJSON(elementJson(element, depth))
  } catch {
    return undefined
  }
}

/** Equal for nodes that say the same, whatever order their attributes were written in. */
const keyOfNode = (node: PmNode): string => JSON.stringify(node.toJSON())

const pairsOf = (went: readonly Standing[], came: readonly PmNode[]): [number, number][] => {
  const before = went.map(({ element }) => element && { element, bag: wordBag(textUnder(element)) })
  const after = came.map((node) => ({ node, bag: wordBag(node.textBetween(0, node.content.size, ' ')) }))
  return pairUp(went.length, came.length, (b, a) => {
    const [one, other] = [before[b], after[a]]
    if (!one || !other || one.element.nodeName !== other.node.type.name) return 0
    const [id, otherId] = [
      ownId((name) => readAttribute(one.element, name)),
      ownId((name) => other.node.attrs[name]),
    ]
    if (isId(id) && isId(otherId)) return id === otherId ? 1 : 0
    if (one.bag.size + other.bag.size === 0) return LEAST_LIKENESS
    const alike = wordLikeness(one.bag, other.bag)
    return alike < LEAST_LIKENESS ? 0 : alike
  })
}

/** By what a block is known whatever it says: a capture, a segment, an image. */
const ownId = (read: (name: string) => unknown): unknown => read('id') ?? read('fileId')

const textUnder = (element: Y.XmlElement): string => {
  const texts: string[] = []
  const collect = ({ text, content = [] }: JSONContent) => {
    if (text !== undefined) texts.push(text)
    content.forEach(collect)
  }
  collect(elementJson(element))
  return texts.join(' ')
}

const childrenOf = (node: PmNode): PmNode[] =>
  Array.from({ length: node.childCount }, (_, i) => node.child(i))
