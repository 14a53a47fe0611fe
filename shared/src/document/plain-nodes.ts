import { mergeAttributes } from '@tiptap/core'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Link } from '@tiptap/extension-link'
import { OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { isAllowedUri } from './address.ts'
import { isLanguage, isWithin } from './attributes.ts'
import type { PastedElement } from './node-attribute.ts'

/* Tiptap's own nodes, less every attribute that carries style, class, colour or an array. */

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: PastedElement) => {
    const value = Number(element.getAttribute(name) ?? 1)
    return isSpan(value) ? value : 1
  },
})

export const isSpan = (value: unknown): value is number => isWithin(value, 1, 100)
export const isListStart = (value: unknown): value is number => isWithin(value, 0, 1_000_000)

const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan') })

const PlainLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
}).configure({
  autolink: true,
  openOnClick: false,
  defaultProtocol: 'https',
  isAllowedUri: (uri) => isAllowedUri(uri),
  HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer' },
})

const PlainOrderedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: PastedElement) => {
        const start = Number(element.getAttribute('start') ?? 1)
        return isListStart(start) ? start : 1
      },
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ['ol', mergeAttributes(HTMLAttributes), 0],
})

const PlainCodeBlock = CodeBlock.extend({
  addAttributes: () => ({
    language: {
      default: null,
      rendered: false,
      parseHTML: (element: PastedElement) => {
        const name = /language-(\S+)/.exec(element.firstElementChild?.className ?? '')?.[1]
        return isLanguage(name) ? name : null
      },
    },
  }),
})

const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]],
}).configure({ resizable: false })

export const plainNodes = [
  PlainLink,
  PlainOrderedList,
  PlainCodeBlock,
  TaskList,
  TaskItem.configure({ nested: true }),
  PlainTable,
  TableRow,
  TableHeader.extend({ addAttributes: cellAttributes }),
  TableCell.extend({ addAttributes: cellAttributes }),
]
