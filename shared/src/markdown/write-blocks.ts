import type { Node as PmNode } from '@tiptap/pm/model'
import type { Blockquote, Heading, List, ListItem, Paragraph, RootContent, TableRow } from 'mdast'
import type { Labels } from '../document/read-text.ts'
import { writeAttributes } from './directive-attributes.ts'
import { directiveName } from './directive-names.ts'
import { writeInlines } from './write-inlines.ts'

/** Shown by nobody, and the only thing in Markdown that can stand for a paragraph without words. */
export const NOTHING = '<!-- -->'

/** A block as somebody would write it by hand, as far as Markdown has a form for it; the others are directives. */
export const writeBlock = (node: PmNode, labels: Labels): RootContent => {
  switch (node.type.name) {
    case 'paragraph':
      return paragraph(node, labels)
    case 'heading':
      return heading(node, labels)
    case 'segment':
      return segment(node, labels)
    case 'blockquote':
      return { type: 'blockquote', children: blocks(node, labels) } satisfies Blockquote
    case 'bulletList':
    case 'taskList':
    case 'orderedList':
      return list(node, labels)
    case 'codeBlock':
      return { type: 'code', lang: node.attrs['language'] as string | null, value: node.textContent }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'table':
      return isPlainTable(node) ? table(node, labels) : directiveOf(node, labels)
    default:
      return directiveOf(node, labels)
  }
}

const blocks = (node: PmNode, labels: Labels) =>
  node.children.map((child) => writeBlock(child, labels)) as Blockquote['children']

const paragraph = (node: PmNode, labels: Labels): Paragraph => ({
  type: 'paragraph',
  children: node.childCount === 0 ? [{ type: 'html', value: NOTHING }] : writeInlines(node, labels),
})

const heading = (node: PmNode, labels: Labels): Heading => ({
  type: 'heading',
  depth: node.attrs['level'] as 1 | 2 | 3,
  children: writeInlines(node, labels, false),
})

/** A heading for everybody who reads the file; what makes it a segment stands at its end. */
const segment = (node: PmNode, labels: Labels): Heading => ({
  type: 'heading',
  depth: 2,
  children: [
    ...writeInlines(node, labels, false),
    ...(node.childCount === 0 ? [] : [{ type: 'text', value: ' ' } as const]),
    { type: 'textDirective', name: 'segment', attributes: writeAttributes(node, labels), children: [] },
  ],
})

const list = (node: PmNode, labels: Labels): List => ({
  type: 'list',
  ordered: node.type.name === 'orderedList',
  start: node.type.name === 'orderedList' ? (node.attrs['start'] as number) : null,
  spread: false,
  children: node.children.map((item) => listItem(item, labels)),
})

const listItem = (item: PmNode, labels: Labels): ListItem => {
  const isBare = item.childCount === 1 && item.firstChild?.childCount === 0 && item.type.name === 'listItem'
  return {
    type: 'listItem',
    checked: item.type.name === 'taskItem' ? item.attrs['checked'] === true : null,
    spread: item.children.slice(1).some(({ type }) => !type.name.endsWith('List')),
    children: isBare ? [] : blocks(item, labels),
  }
}

/** One row of headings, then rows of cells, all with one line of text each. */
const isPlainTable = (node: PmNode): boolean => {
  const width = node.firstChild?.childCount ?? 0
  return node.children.every(
    (row, index) =>
      row.childCount === width &&
      row.children.every(
        (cell) =>
          cell.type.name === (index === 0 ? 'tableHeader' : 'tableCell') &&
          cell.attrs['colspan'] === 1 &&
          cell.attrs['rowspan'] === 1 &&
          cell.childCount === 1 &&
          cell.firstChild?.type.name === 'paragraph',
      ),
  )
}

const table = (node: PmNode, labels: Labels): RootContent => ({
  type: 'table',
  align: [],
  children: node.children.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.children.map((cell) => ({
        type: 'tableCell',
        children: cell.firstChild === null ? [] : writeInlines(cell.firstChild, labels, false),
      })),
    }),
  ),
})

const directiveOf = (node: PmNode, labels: Labels): RootContent => {
  const name = directiveName(node)
  const { kind, ...rest } = writeAttributes(node, labels)
  const attributes = kind === undefined || kind === name ? rest : { ...rest, kind }
  if (node.isLeaf) return { type: 'leafDirective', name, attributes, children: [] }
  const children = node.inlineContent
    ? node.childCount === 0
      ? []
      : [{ type: 'paragraph' as const, children: writeInlines(node, labels) }]
    : blocks(node, labels)
  return { type: 'containerDirective', name, attributes, children }
}
