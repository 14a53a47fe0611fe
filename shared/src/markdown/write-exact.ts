import type { Mark, Node as PmNode } from '@tiptap/pm/model'
import type { PhrasingContent, RootContent } from 'mdast'
import { escapeUnseen, writeAttributes } from './directive-attributes.ts'
import { directiveName, MARKED } from './directive-names.ts'
import { character, directive } from './write-inlines.ts'

/**
 * A block as a directive by the names of our schema, with everything in it: less pleasant to read, and the same for whatever
 * the schema holds. It is what remains where Markdown's own forms would say something else.
 */
export const writeExact = (node: PmNode): RootContent => {
  const name = directiveName(node)
  const { kind, ...attributes } = writeAttributes(node)
  const own = kind === undefined || kind === name ? attributes : { ...attributes, kind }
  if (node.isLeaf) return { type: 'leafDirective', name, attributes: own, children: [] }
  const children = node.inlineContent ? line(node) : node.children.map(writeExact)
  return { type: 'containerDirective', name, attributes: own, children: children as never }
}

const line = (node: PmNode): RootContent[] =>
  node.childCount === 0 ? [] : [{ type: 'paragraph', children: node.children.flatMap(inline) }]

const inline = (node: PmNode): PhrasingContent[] => {
  const plain = node.isText ? text(node.text ?? '') : [directive(node)]
  if (node.marks.length === 0) return plain
  const attributes = Object.assign({}, ...node.marks.map(markAttributes)) as Record<string, string>
  return [{ type: 'textDirective', name: MARKED, attributes, children: plain }]
}

const markAttributes = ({ type, attrs }: Mark): Record<string, string> =>
  Object.keys(attrs).length === 0
    ? { [type.name]: '' }
    : Object.fromEntries(
        Object.entries<unknown>(attrs).map(([key, value]) => [
          `${type.name}-${key}`,
          escapeUnseen(String(value)),
        ]),
      )

/** Control characters cannot be written as references, halves of a character not at all. */
const UNWRITABLE = /([^\P{Cc}\t]|\p{Cs})/u

const text = (value: string): PhrasingContent[] =>
  value
    .split(UNWRITABLE)
    .filter((part) => part !== '')
    .map((part) => (UNWRITABLE.test(part) ? character(part) : { type: 'html', value: references(part) }))

/** Every character that could mean something, as a reference: letters and digits never do. */
const references = (part: string): string =>
  part.replace(/[\p{P}\p{S}\p{Z}\p{Cf}\t]/gu, (one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`)
