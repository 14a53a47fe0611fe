import * as Y from 'yjs'

const hasUnsent = (
  type: Y.XmlElement | Y.XmlText | Y.XmlHook,
  confirmed: ReadonlyMap<number, number>,
): boolean => {
  const isNew = (item: Y.Item): boolean => item.id.clock + item.length > (confirmed.get(item.id.client) ?? 0)
  const own = type._item
  if (own !== null && isNew(own)) return true
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (isNew(item)) return true
    const inner = item.content instanceof Y.ContentType ? item.content.type : undefined
    if (isReadable(inner) && hasUnsent(inner, confirmed)) return true
  }
  return false
}

const isReadable = (type: unknown): type is Y.XmlElement | Y.XmlText =>
  type instanceof Y.XmlElement || type instanceof Y.XmlText

const textOf = (type: Y.XmlElement | Y.XmlText): string => {
  if (type instanceof Y.XmlElement) return linesOf(type)
  const delta: { insert?: unknown }[] = type.toDelta()
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}

const linesOf = (element: Y.XmlElement | Y.XmlFragment): string =>
  element
    .toArray()
    .flatMap((child) => (isReadable(child) ? [textOf(child)] : []))
    .filter((text) => text !== '')
    .join('\n')

/**
 * The text that a person wrote here and the server never had, to be read and copied: each block of the page in which
 * something is new, whole, so that it can be understood.
 *
 * @param confirmed the state that the server is known to have; without it everything counts as new
 */
export const unsentText = (doc: Y.Doc, confirmed: Uint8Array | undefined): string => {
  const known = confirmed === undefined ? new Map<number, number>() : Y.decodeStateVector(confirmed)
  const blocks = doc.getXmlFragment('body').toArray()
  return blocks
    .flatMap((block) => (isReadable(block) && hasUnsent(block, known) ? [textOf(block)] : []))
    .filter((text) => text !== '')
    .join('\n\n')
}
