/**
 * Two replicas that say the same can encode differently: Yjs cuts and joins structs as edits come. These are the forms in
 * which they can be compared.
 */
import * as Y from 'yjs'

type Shown = { readonly kind: string; readonly map: Record<string, unknown>; readonly list: unknown[] }

const shownContent = (content: Y.Item['content']): unknown[] => {
  if (content instanceof Y.ContentType) return [shownType(content.type)]
  if (content instanceof Y.ContentFormat) return [{ format: [content.key, content.value] }]
  return content.getContent()
}

const shownType = (type: Y.AbstractType<unknown>): Shown => {
  const map: Record<string, unknown> = {}
  for (const key of [...type._map.keys()].toSorted()) {
    const item = type._map.get(key)
    if (item !== undefined && !item.deleted) map[key] = shownContent(item.content)
  }
  const list: unknown[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) list.push(...shownContent(item.content))
  }
  const name = type instanceof Y.XmlElement ? type.nodeName : ''
  return { kind: `${type.constructor.name} ${name}`, map, list }
}

/** Everything a reader could see of a document, as JSON: the same for all that say the same. */
export const canonicalContent = (doc: Y.Doc): string =>
  JSON.stringify(
    [...doc.share.keys()].toSorted().map((name) => {
      const { map, list } = shownType(doc.get(name))
      return [name, map, list]
    }),
  )

/** @throws when two documents do not show the same. */
export const assertSame = (one: Y.Doc, other: Y.Doc): void => {
  if (canonicalContent(one) !== canonicalContent(other))
    throw new Error('A document does not read back as it was.')
}

/** The state as a fresh load encodes it: the same bytes for all that say the same. */
export const canonicalState = (state: Uint8Array): Uint8Array => {
  const doc = new Y.Doc({ gc: true })
  Y.applyUpdate(doc, state)
  const canonical = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return canonical
}
