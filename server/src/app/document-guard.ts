import { MAX_DEPTH } from '@rondo/shared/document/schema.ts'
import { isKnownMark, MARKS_PER_TEXT } from '@rondo/shared/document/structure-rules.ts'
import * as Y from 'yjs'
import { type Place, StructPlaces } from './struct-places.ts'

/** An attribute that breaks its rule is never shown; longer than this it is not even kept. */
const ODD_VALUE_LENGTH = 256

/**
 * Refuses updates after which a page could not be opened, an editor would delete something for everybody, or something
 * would be stored that a browser might run: unknown elements and attributes, blocks where none may stand, values that
 * nest, links to scripts, nesting without end, marks without number.
 *
 * Where a struct stands never changes, so each is judged once, as it comes, and nothing is built for it: the price is
 * that of the update, not of the page. An honest slip (minutes beyond the limit) is let through; readers pass it over.
 */
export const judgeUpdate = (doc: Y.Doc, update: Uint8Array): string | null => {
  try {
    const { structs } = Y.decodeUpdate(update)
    const places = new StructPlaces(doc, structs)
    const marks = new Map<Place, number>()
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || places.isKnown(struct)) continue
      const standing = places.of(struct)
      if (standing.kind !== 'in') continue
      const { place, key } = standing
      const objection =
        key === null ? objectionToChild(struct.content, place) : objectionToValue(struct.content, place, key)
      if (objection !== null) return objection
      if (struct.content instanceof Y.ContentFormat) marks.set(place, (marks.get(place) ?? 0) + 1)
    }
    return [...marks].some(([{ type }, count]) => count + marksIn(type) > MARKS_PER_TEXT)
      ? 'too many marks'
      : null
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read'
  }
}

const objectionToChild = (content: Y.Item['content'], place: Place): string | null => {
  if (content instanceof Y.ContentDeleted) return null
  if (place.kind === 'foreign') return 'writes where no page is'
  if (place.depth >= MAX_DEPTH && place.kind !== 'text') return 'nested too deeply'
  return place.kind === 'text' ? objectionToText(content, place) : objectionToBlock(content, place)
}

const objectionToText = (content: Y.Item['content'], { rule }: Place): string | null => {
  if (content instanceof Y.ContentString) return null
  if (!(content instanceof Y.ContentFormat)) return 'embeds something in a text'
  const { key, value } = content
  if (value === null) return null
  return rule.marks && isKnownMark(key, value) ? null : `mark: ${short(key)}`
}

const objectionToBlock = (content: Y.Item['content'], { rule }: Place): string | null => {
  const type = content instanceof Y.ContentType ? content.type : null
  if (type instanceof Y.XmlText) return rule.text ? null : 'misplaced: text'
  if (!(type instanceof Y.XmlElement)) return 'holds what is no element'
  return rule.children.has(type.nodeName) ? null : `misplaced: ${short(type.nodeName)}`
}

const objectionToValue = (content: Y.Item['content'], place: Place, key: string): string | null => {
  if (content instanceof Y.ContentDeleted) return null
  const accepts = place.kind === 'element' ? place.rule.attributes.get(key) : undefined
  if (accepts === undefined) return `attribute: ${short(key)}`
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return `value of ${short(key)}`
  const value: unknown = content.arr[0]
  return value === null || accepts(value) || isOdd(value) ? null : `value of ${short(key)}`
}

/** Whether it is merely wrong: flat and short. */
const isOdd = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= ODD_VALUE_LENGTH)

const marksIn = (type: Place['type']): number => {
  let marks = 0
  for (let item = type?._start ?? null; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentFormat) marks += 1
  }
  return marks
}

const short = (name: string): string => name.slice(0, 64)
