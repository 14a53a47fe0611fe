import type { Mark, Node as PmNode } from '@tiptap/pm/model'
import type { PhrasingContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { isId } from '../document/attributes.ts'
import type { Labels } from '../document/read-text.ts'
import { writeAttributes } from './directive-attributes.ts'
import { CHARACTER, directiveName } from './directive-names.ts'

/** Text or an atom, with the marks that are still to be written around it. */
interface Item {
  readonly node: PmNode
  readonly marks: readonly Mark[]
}

/**
 * The inline content of a block as Markdown would say it by hand. `lines`: whether the block may break into lines; headings
 * and cells of a table may not, so their breaks are tags.
 */
export const writeInlines = (parent: PmNode, labels: Labels, lines = true): PhrasingContent[] => {
  const last = parent.childCount - 1
  const items = parent.children.map((node): Item => ({ node, marks: node.marks }))
  return wrap(items, (node) => {
    const isInside = node !== parent.firstChild && node !== parent.child(last)
    return node.type.name === 'hardBreak' && lines && isInside ? { type: 'break' } : plain(node, labels)
  })
}

type Write = (node: PmNode) => PhrasingContent | PhrasingContent[]

/** Marks go outside in: whichever holds longest from here stands around the others. */
const wrap = (items: readonly Item[], write: Write): PhrasingContent[] => {
  const written: PhrasingContent[] = []
  for (let index = 0; index < items.length; ) {
    const item = items[index] as Item
    const { mark, length } = longest(items, index)
    const inner = items
      .slice(index, index + length)
      .map(({ node, marks }) => ({ node, marks: marks.filter((one) => mark === undefined || !one.eq(mark)) }))
    if (mark === undefined) written.push(...[write(item.node)].flat())
    else written.push(marked(mark, inner, write))
    index += length
  }
  return written
}

const longest = (items: readonly Item[], from: number): { mark: Mark | undefined; length: number } => {
  const marks = (items[from]?.marks ?? []).map((mark) => {
    const end = items.findIndex((item, index) => index > from && !mark.isInSet(item.marks))
    return { mark, length: (end < 0 ? items.length : end) - from }
  })
  return marks.toSorted((a, b) => b.length - a.length)[0] ?? { mark: undefined, length: 1 }
}

const marked = (mark: Mark, inner: readonly Item[], write: Write): PhrasingContent => {
  const children = () => wrap(inner, write)
  switch (mark.type.name) {
    case 'bold':
      return { type: 'strong', children: children() }
    case 'italic':
      return { type: 'emphasis', children: children() }
    case 'strike':
      return { type: 'delete', children: children() }
    case 'link':
      return { type: 'link', url: String(mark.attrs['href']), children: children() }
    default:
      return { type: 'inlineCode', value: inner.map(({ node }) => node.text ?? '').join('') }
  }
}

const plain = (node: PmNode, labels: Labels): PhrasingContent | PhrasingContent[] => {
  if (node.isText) return writeText(node.text ?? '')
  if (node.type.name === 'hardBreak') return { type: 'html', value: '<br>' }
  const label = labelOf(node, labels)
  return directive(node, label === undefined ? [] : [{ type: 'text', value: label }])
}

/** A name alone would run into a colon that follows it. */
const CLOSED = { _: '' }

/** An inline atom as a directive. */
export const directive = (node: PmNode, children: PhrasingContent[] = []): TextDirective => {
  const attributes = writeAttributes(node)
  const isBare = children.length + Object.keys(attributes).length === 0
  return {
    type: 'textDirective',
    name: directiveName(node),
    attributes: isBare ? CLOSED : attributes,
    children,
  }
}

const labelOf = ({ type, attrs }: PmNode, labels: Labels): string | undefined => {
  const { memberId, pageId } = attrs
  if (type.name === 'pageLink' && isId<'page'>(pageId)) return labels.page?.(pageId)
  const name = type.name === 'mention' && isId<'member'>(memberId) ? labels.member?.(memberId) : undefined
  return name === undefined ? undefined : `@${name}`
}

/** What ends a line, what Markdown replaces, and halves of a character that no file can hold. */
const UNWRITABLE = /([\n\r\0]|\p{Cs})/u

const writeText = (text: string): PhrasingContent[] =>
  text
    .split(UNWRITABLE)
    .filter((part) => part !== '')
    .map((part) => (UNWRITABLE.test(part) ? character(part) : { type: 'text', value: part }))

/** A character by its code. */
export const character = (one: string): TextDirective => ({
  type: 'textDirective',
  name: CHARACTER,
  attributes: { code: one.charCodeAt(0).toString(16) },
  children: [],
})
