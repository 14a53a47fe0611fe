import { Mark, type Node as PmNode } from '@tiptap/pm/model'
import type { PhrasingContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { cleanAddress } from '../document/address.ts'
import { documentSchema } from '../document/schema.ts'
import { isKnownMark } from '../document/structure-rules.ts'
import { readAttributes, unescapeUnseen } from './directive-attributes.ts'
import { CHARACTER, MARKED, nodeOfDirective } from './directive-names.ts'
import { type Reading, wordsAround } from './reading.ts'
import { NOTHING } from './write-blocks.ts'

type Marks = readonly Mark[]

/** The inline content of a part of a file. */
export const readInlines = (nodes: readonly PhrasingContent[], reading: Reading): PmNode[] =>
  nodes.flatMap((node) => read(node, Mark.none, reading))

const read = (node: PhrasingContent, marks: Marks, reading: Reading): PmNode[] => {
  const inside = (children: readonly PhrasingContent[], name?: string, attributes?: Record<string, string>) =>
    children.flatMap((child) => read(child, name ? withMark(marks, name, attributes) : marks, reading))
  switch (node.type) {
    case 'text':
      return words(node.value.replace(/ *\r?\n */g, ' '), marks)
    case 'inlineCode':
      return words(node.value, withMark(marks, 'code'))
    case 'strong':
      return inside(node.children, 'bold')
    case 'emphasis':
      return inside(node.children, 'italic')
    case 'delete':
      return inside(node.children, 'strike')
    case 'break':
      return [documentSchema.node('hardBreak', {}, [], marks)]
    case 'html':
      return readHtml(node.value, marks)
    case 'link':
      return inside(node.children, ...linkTo(node.url))
    case 'linkReference':
      return inside(node.children, ...linkTo(reading.definitions.get(node.identifier)?.url))
    case 'image':
      return words(node.alt || node.url, withMark(marks, ...linkTo(node.url)))
    case 'imageReference': {
      const url = reading.definitions.get(node.identifier)?.url
      return words(node.alt || (url ?? ''), withMark(marks, ...linkTo(url)))
    }
    case 'footnoteReference':
      return words(`[^${node.label ?? node.identifier}]`, marks)
    case 'textDirective':
      return readDirective(node, marks, reading)
    default:
      return 'value' in node ? words((node as { value: string }).value, marks) : []
  }
}

const words = (text: string, marks: Marks): PmNode[] =>
  text === '' ? [] : [documentSchema.text(text, marks)]

type MarkOf = [name?: string, attributes?: Record<string, string>]

/** An address that must not be one is no link; the words stay. */
const linkTo = (url: string | undefined): MarkOf => {
  const href = cleanAddress(url)
  return href === undefined ? [] : ['link', { href }]
}

/** Code carries no other mark; of code that is a link the address matters more. */
const withMark = (marks: Marks, name?: string, attributes: Record<string, string> = {}): Marks => {
  const type = name === undefined ? undefined : documentSchema.marks[name]
  if (type === undefined || !isKnownMark(type.name, attributes)) return marks
  if (type.name === 'code') return marks.some((one) => one.type.name === 'link') ? marks : [type.create()]
  return type.create(attributes).addToSet(marks.filter((one) => one.type.name !== 'code'))
}

/** The one tag that means something here. */
export const BREAK = /^<br\s*\/?>$/i

/** Of HTML only a line break means something here; all else is shown as it was typed. */
const readHtml = (value: string, marks: Marks): PmNode[] => {
  if (value === NOTHING) return []
  return BREAK.test(value) ? [documentSchema.node('hardBreak', {}, [], marks)] : words(value, marks)
}

const readDirective = (node: TextDirective, marks: Marks, reading: Reading): PmNode[] => {
  const attributes = node.attributes ?? {}
  const code = Number.parseInt(attributes['code'] ?? '', 16)
  if (node.name === CHARACTER && code <= 0xffff) return words(String.fromCharCode(code), marks)
  if (node.name === MARKED)
    return node.children.flatMap((child) => read(child, readMarks(attributes, marks), reading))
  const known = nodeOfDirective(node.name)
  if (known?.type.isInline) return [known.type.create(readAttributes(known.type, attributes), null, marks)]
  const [before, after] = wordsAround(node, reading)
  return [
    ...words(before, marks),
    ...node.children.flatMap((child) => read(child, marks, reading)),
    ...words(after, marks),
  ]
}

const readMarks = (attributes: Readonly<Record<string, string | null | undefined>>, marks: Marks): Marks =>
  Object.values(documentSchema.marks).reduce<Marks>((all, { name, spec }) => {
    const keys = Object.keys(spec.attrs ?? {})
    if (keys.length === 0) return attributes[name] === '' ? withMark(all, name) : all
    const given = keys.flatMap((key) => {
      const value = attributes[`${name}-${key}`]
      return typeof value === 'string' ? [[key, unescapeUnseen(value)] as const] : []
    })
    return given.length === 0 ? all : withMark(all, name, Object.fromEntries(given))
  }, marks)
