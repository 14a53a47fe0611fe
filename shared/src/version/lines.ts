import type { JSONContent } from '@tiptap/core'
import { imageText } from '../document/image-text.ts'
import type { Piece, Shape } from './model.ts'

/** A block of a page as it is read and compared: what it is, where it stands, what it says. */
export interface Line {
  readonly shape: Shape
  readonly pieces: readonly Piece[]
}

const WITH_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'segment', 'capture', 'codeBlock'])
const ALONE: ReadonlySet<string> = new Set(['horizontalRule', 'carryOver'])
const LISTS: ReadonlyMap<string, 'bullet' | 'number' | 'task'> = new Map([
  ['bulletList', 'bullet'],
  ['orderedList', 'number'],
  ['taskList', 'task'],
])

type Place = Pick<Shape, 'inside' | 'item'>

/** The blocks of a page in reading order. A table is one block, with `cell` and `row` between its texts. */
export const linesOf = (body: JSONContent): Line[] => below(body, { inside: [], item: null })

/** Depth is bounded by whoever read the body out of its document. */
const below = (node: JSONContent, place: Place): Line[] =>
  childrenOf(node).flatMap((child, index): Line[] => {
    // Only the first block of an item carries the item's mark.
    const here = index === 0 ? place : { ...place, item: null }
    const type = child.type ?? ''
    if (WITH_TEXT.has(type)) return [{ shape: shapeOf(child, here), pieces: piecesOf(child) }]
    if (ALONE.has(type)) return [{ shape: shapeOf(child, here), pieces: [] }]
    if (type === 'image') return [{ shape: shapeOf(child, here), pieces: describing(child) }]
    if (type === 'table') return [{ shape: shapeOf(child, here), pieces: tablePieces(child) }]
    if (type === 'blockquote') return below(child, { ...here, inside: [...here.inside, 'quote'] })
    if (type === 'answer') return answerLines(child, here)
    return LISTS.has(type) ? itemsOf(child, here) : []
  })

/** An answer reads as a quotation that begins with whose it is. */
const answerLines = (answer: JSONContent, place: Place): Line[] => {
  const lines = below(answer, { ...place, inside: [...place.inside, 'quote'] })
  const who: unknown = answer.attrs?.['who']
  if (typeof who !== 'string') return lines
  const whose: Piece[] = [
    { atom: 'mention', attributes: { memberId: who } },
    { text: ' ', marks: {} },
  ]
  return lines.map((line, index) => (index === 0 ? { ...line, pieces: [...whose, ...line.pieces] } : line))
}

const itemsOf = (list: JSONContent, place: Place): Line[] => {
  const kind = LISTS.get(list.type ?? '') ?? 'bullet'
  const start = Number(list.attrs?.['start'] ?? 1)
  return childrenOf(list).flatMap((item, index) =>
    below(item, {
      inside: [...place.inside, kind],
      item: {
        number: kind === 'number' ? start + index : null,
        done: kind === 'task' ? item.attrs?.['checked'] === true : null,
      },
    }),
  )
}

const shapeOf = ({ type = '', attrs = {} }: JSONContent, place: Place): Shape => ({
  type,
  attributes: scalars(attrs),
  ...place,
})

const piecesOf = (block: JSONContent): Piece[] =>
  childrenOf(block).map((child): Piece => {
    if (child.type !== 'text') return { atom: child.type ?? '', attributes: scalars(child.attrs ?? {}) }
    return { text: child.text ?? '', marks: marksOf(child) }
  })

/** An image says what it shows. */
const describing = ({ attrs = {} }: JSONContent): Piece[] => {
  const text = imageText(attrs)
  return text === undefined ? [] : [{ text, marks: {} }]
}

const marksOf = ({ marks = [] }: JSONContent): Record<string, string | null> => {
  const entries = marks.map(({ type, attrs }): [string, string | null] => {
    const href: unknown = attrs?.['href']
    return [type, typeof href === 'string' ? href : null]
  })
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const tablePieces = (table: JSONContent): Piece[] =>
  childrenOf(table).flatMap((row, rowIndex) => [
    ...(rowIndex === 0 ? [] : [between('row')]),
    ...childrenOf(row).flatMap((cell, index) => [
      ...(index === 0 ? [] : [between('cell')]),
      ...below(cell, { inside: [], item: null }).flatMap(({ pieces }, line) => [
        ...(line === 0 ? [] : [between('hardBreak')]),
        ...pieces,
      ]),
    ]),
  ])

const between = (atom: string): Piece => ({ atom, attributes: {} })

const childrenOf = ({ content }: JSONContent): JSONContent[] => content ?? []

/** In the order of their names, without what is not set. */
const scalars = (attributes: Record<string, unknown>): Shape['attributes'] => {
  const known: [string, string | number | boolean][] = []
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      known.push([name, value])
  }
  return Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The text of a line; atoms are a space. */
export const textOf = ({ pieces }: Line): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : ' ')).join('')
