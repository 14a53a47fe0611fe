import * as Y from 'yjs'
import type { AttributeValue } from './attributes.ts'
import type { Block, Line, Piece } from './block.ts'
import { writeAttribute } from './write-attribute.ts'

type Child = Y.XmlElement | Y.XmlText

/**
 * The shared elements of a block, as y-tiptap would write them: an attribute that has a default is written, one that is
 * null is not, neighbouring text is one text. Otherwise the first editor to open the page would rewrite them.
 */
export const elementOf = (block: Block): Y.XmlElement => {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.line)
    case 'quote':
      return element('blockquote', {}, [paragraph(block.line)])
    case 'heading':
      return element('heading', { level: block.level }, inlines(block.line))
    case 'segment':
      return element(
        'segment',
        { id: block.id, minutes: block.minutes, lead: block.lead },
        inlines(block.line),
      )
    case 'capture': {
      const { id, kind, at, who, due, done = false, dropped } = block
      return element('capture', { id, kind, at, who, due, done, dropped }, inlines(block.line))
    }
    case 'answer':
      return element('answer', { id: block.id, who: block.who, at: block.at }, block.lines.map(paragraph))
    case 'bullets':
      return element('bulletList', {}, block.items.map(listItem))
    case 'numbers':
      return element('orderedList', { start: 1 }, block.items.map(listItem))
    case 'tasks':
      return element(
        'taskList',
        {},
        block.items.map((item) => element('taskItem', { checked: item.done }, [paragraph(item.line)])),
      )
    case 'code':
      return element('codeBlock', { language: block.language }, inlines(block.text))
    case 'rule':
      return element('horizontalRule')
    case 'carryOver':
      return element('carryOver')
    case 'image': {
      const { fileId, alt, decorative = false, width, height } = block
      return element('image', { fileId, alt, decorative, width, height })
    }
  }
}

const listItem = (line: Line): Y.XmlElement => element('listItem', {}, [paragraph(line)])

const paragraph = (line: Line): Y.XmlElement => element('paragraph', {}, inlines(line))

const element = (
  name: string,
  attributes: Readonly<Record<string, AttributeValue | undefined>> = {},
  children: readonly Child[] = [],
): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) writeAttribute(made, key, value)
  }
  made.insert(0, [...children])
  return made
}

const inlines = (line: Line): Child[] => {
  const children: Child[] = []
  let runs: TextRun[] = []
  const closeText = () => {
    if (runs.length > 0) children.push(textOf(runs))
    runs = []
  }
  for (const piece of typeof line === 'string' ? [line] : line) {
    const next = partOf(piece)
    if (next instanceof Y.XmlElement) {
      closeText()
      children.push(next)
    } else if (next.insert !== '') runs.push(next)
  }
  closeText()
  return children
}

interface TextRun {
  insert: string
  attributes: Record<string, Record<string, string>>
}

const textOf = (runs: TextRun[]): Y.XmlText => {
  const text = new Y.XmlText()
  text.applyDelta(runs)
  return text
}

const partOf = (piece: Piece): TextRun | Y.XmlElement => {
  if (typeof piece === 'string') return { insert: piece, attributes: {} }
  if ('pageId' in piece) return element('pageLink', { pageId: piece.pageId })
  if ('memberId' in piece) return element('mention', { memberId: piece.memberId })
  const marks = (piece.marks ?? []).map((name) => [name, {}])
  const link = piece.href === undefined ? [] : [['link', { href: piece.href }]]
  return { insert: piece.text, attributes: Object.fromEntries([...marks, ...link]) }
}
