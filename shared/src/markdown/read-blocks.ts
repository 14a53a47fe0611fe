import type { Node as PmNode } from '@tiptap/pm/model'
import type { Code, Heading, Html, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { isLanguage } from '../document/attributes.ts'
import { isListStart } from '../document/plain-nodes.ts'
import { documentSchema } from '../document/schema.ts'
import { readAttributes } from './directive-attributes.ts'
import { nodeOfDirective } from './directive-names.ts'
import { fitted } from './fit.ts'
import { BREAK, readInlines } from './read-inlines.ts'
import type { Reading } from './reading.ts'
import { NOTHING } from './write-blocks.ts'

/** The blocks that parts of a file stand for. */
export const readBlocks = (nodes: readonly RootContent[], reading: Reading): PmNode[] =>
  nodes.flatMap((node) => readBlock(node, reading))

const readBlock = (node: RootContent, reading: Reading): PmNode[] => {
  switch (node.type) {
    case 'paragraph':
      return [make('paragraph', {}, readInlines(node.children, reading))]
    case 'heading':
      return [readHeading(node, reading)]
    case 'blockquote':
      return [make('blockquote', {}, readBlocks(node.children, reading))]
    case 'list':
      return readList(node, reading)
    case 'code':
      return [readCode(node)]
    case 'thematicBreak':
      return [make('horizontalRule', {}, [])]
    case 'table':
      return [readTable(node, reading)]
    case 'html':
      return [readHtml(node)]
    case 'footnoteDefinition': {
      const mark = make('paragraph', {}, [documentSchema.text(`[^${node.label ?? node.identifier}]:`)])
      return [mark, ...readBlocks(node.children, reading)]
    }
    case 'containerDirective':
    case 'leafDirective':
      return readDirective(node, reading)
    case 'yaml':
    case 'definition':
      return []
    default:
      return [make('paragraph', {}, readInlines([node as PhrasingContent], reading))]
  }
}

const make = (name: string, attributes: Record<string, unknown>, children: readonly PmNode[]): PmNode => {
  const type = documentSchema.nodes[name]
  if (type === undefined) throw new TypeError(`The schema has no ${name}.`)
  return fitted(type, attributes, children)
}

/** What stands behind the fence is a language, with more behind a comma, or words that would be lost. */
const readCode = ({ lang, meta, value }: Code): PmNode => {
  const [name = ''] = (lang ?? '').split(/[,{]/)
  const isNamed = lang === null || lang === undefined || (isLanguage(name) && /^[a-z]/i.test(name))
  const text = isNamed ? value : [[lang, meta].filter(Boolean).join(' '), value].join('\n')
  const language = isNamed && name !== '' ? name : null
  return make('codeBlock', { language }, text === '' ? [] : [documentSchema.text(text)])
}

/** A heading that ends in `:segment{…}` is one; the blank before it is not part of its title. */
const readHeading = ({ depth, children }: Heading, reading: Reading): PmNode => {
  const last = children.at(-1)
  if (last?.type !== 'textDirective' || last.name !== 'segment') {
    return make('heading', { level: Math.min(depth, 3) }, readInlines(children, reading))
  }
  const type = documentSchema.nodes['segment'] as NonNullable<(typeof documentSchema.nodes)[string]>
  const title = readInlines(withoutLastBlank(children.slice(0, -1)), reading)
  return fitted(type, readAttributes(type, last.attributes ?? {}), title)
}

const withoutLastBlank = (nodes: readonly PhrasingContent[]): PhrasingContent[] => {
  const last = nodes.at(-1)
  if (last?.type !== 'text' || !last.value.endsWith(' ')) return [...nodes]
  return [...nodes.slice(0, -1), { ...last, value: last.value.slice(0, -1) }]
}

/** Points and tasks that take turns in one list are lists that follow one another. */
const readList = ({ ordered, start, children }: List, reading: Reading): PmNode[] => {
  const lists: { tasks: boolean; items: ListItem[] }[] = []
  for (const item of children) {
    const tasks = typeof item.checked === 'boolean'
    const last = lists.at(-1)
    if (last?.tasks === tasks) last.items.push(item)
    else lists.push({ tasks, items: [item] })
  }
  let number = isListStart(start) ? start : 1
  return lists.map(({ tasks, items }) => {
    const first = number
    number += items.length
    const name = tasks ? 'taskList' : ordered ? 'orderedList' : 'bulletList'
    const made = items.map((item) =>
      tasks
        ? make('taskItem', { checked: item.checked }, readBlocks(item.children, reading))
        : make('listItem', {}, readBlocks(item.children, reading)),
    )
    return make(name, name === 'orderedList' ? { start: first } : {}, made)
  })
}

/** Short rows are filled up, so that a table stays one. */
const readTable = ({ children }: Table, reading: Reading): PmNode => {
  const width = Math.max(1, ...children.map((row) => row.children.length))
  const rows = children.map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => {
      const inlines = readInlines(row.children[column]?.children ?? [], reading)
      return make(index === 0 ? 'tableHeader' : 'tableCell', {}, [make('paragraph', {}, inlines)])
    })
    return make('tableRow', {}, cells)
  })
  return make('table', {}, rows)
}

const readHtml = ({ value }: Html): PmNode => {
  if (value.trim() === NOTHING) return make('paragraph', {}, [])
  if (BREAK.test(value)) return make('paragraph', {}, [documentSchema.node('hardBreak')])
  const lines = value.split(/\r?\n/).map((text) => (text === '' ? [] : [documentSchema.text(text)]))
  const broken = lines.flatMap((line, index) =>
    index === 0 ? line : [documentSchema.node('hardBreak'), ...line],
  )
  return make('paragraph', {}, broken)
}

const readDirective = (node: ContainerDirective | LeafDirective, reading: Reading): PmNode[] => {
  const known = nodeOfDirective(node.name)
  const attributes = node.attributes ?? {}
  const blocks =
    node.type === 'leafDirective' ? readInlines(node.children, reading) : readBlocks(node.children, reading)
  if (known === undefined || known.type.isInline) return unknown(node, blocks)
  const { type, named } = known
  const own = { ...readAttributes(type, attributes), ...named }
  if (!type.inlineContent || node.type === 'leafDirective') return [fitted(type, own, blocks)]
  // A block with one line of text: what else was written between its fences follows it.
  const [first, ...others] = blocks
  return first === undefined || first.isTextblock
    ? [fitted(type, own, first?.children ?? []), ...others]
    : [fitted(type, own, []), ...blocks]
}

/** The name says something to whoever reads it, the rest speaks for itself. */
const unknown = ({ name }: ContainerDirective | LeafDirective, blocks: readonly PmNode[]): PmNode[] => {
  const isLine = blocks.every((one) => one.isInline)
  const title = documentSchema.text(isLine && blocks.length > 0 ? `${name}: ` : name)
  return isLine ? [make('paragraph', {}, [title, ...blocks])] : [make('paragraph', {}, [title]), ...blocks]
}
