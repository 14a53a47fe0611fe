import { BODY, MAX_DEPTH } from '@rondo/shared/document/schema.ts'
import { isDestructive, violationsUnder } from '@rondo/shared/document/validate-structure.ts'
import * as Y from 'yjs'

/**
 * Refuses updates after which a page could not be opened, or after which an editor would delete something for
 * everybody: unknown elements, blocks where none may stand, nesting without end.
 *
 * Each document that is written to has a shadow which goes through every update first. Only what an update touches is
 * looked at, so the price does not grow with the page. A shadow that took in something bad is thrown away.
 */
export const createDocumentGuard = (): ((doc: Y.Doc, update: Uint8Array) => string | null) => {
  const shadows = new WeakMap<Y.Doc, Shadow>()
  return (doc, update) => {
    const shadow = shadows.get(doc) ?? new Shadow(doc)
    shadows.set(doc, shadow)
    const objection = judge(shadow, update)
    if (objection === null && shadow.isWhole) return null
    shadow.leave()
    shadows.delete(doc)
    return objection
  }
}

/** An update on which Yjs fails is refused like any other bad one: a shadow that failed half way judges nothing any more. */
const judge = (shadow: Shadow, update: Uint8Array): string | null => {
  try {
    return shadow.objectionTo(update)
  } catch {
    return 'cannot be applied'
  }
}

class Shadow {
  readonly #doc: Y.Doc
  readonly #copy = new Y.Doc({ gc: true })
  readonly #follow: (update: Uint8Array) => void
  #touched: ReadonlySet<Y.AbstractType<unknown>> = new Set()
  #before: ReadonlyMap<number, number> = new Map()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#follow = (update) => Y.applyUpdate(this.#copy, update)
    this.#copy.getXmlFragment(BODY)
    Y.applyUpdate(this.#copy, Y.encodeStateAsUpdate(doc))
    doc.on('update', this.#follow)
    this.#copy.on('afterTransaction', ({ changed, beforeState }: Y.Transaction) => {
      this.#touched = new Set(changed.keys()) as ReadonlySet<Y.AbstractType<unknown>>
      this.#before = beforeState
    })
  }

  /** Whether it holds nothing that waits for something else. */
  get isWhole(): boolean {
    return this.#copy.store.pendingStructs === null && this.#copy.store.pendingDs === null
  }

  objectionTo(update: Uint8Array): string | null {
    this.#touched = new Set()
    Y.applyUpdate(this.#copy, update)
    const body = this.#copy.getXmlFragment(BODY)
    if ([...this.#touched].some((type) => hidesTypes(type, body))) return 'hides a type where no page has one'
    const places = new Set([...this.#touched].map(placeOf).filter((place) => place !== null))
    for (const place of places) {
      const fresh = place.toArray().filter((child: unknown) => this.#isFresh(child))
      if (depthOf(place) + levelsOf(fresh) > MAX_DEPTH) return 'nested too deeply'
      const violation = violationsUnder(place, this.#isFresh).find(isDestructive)
      if (violation !== undefined) return `${violation.reason}: ${violation.name}`
    }
    return null
  }

  /** Whether the last update made or changed it; what is not of Yjs is always looked at. */
  readonly #isFresh = (child: unknown): boolean => {
    if (!(child instanceof Y.AbstractType) || this.#touched.has(child)) return true
    const { _item: item } = child
    return item === null || item.id.clock >= (this.#before.get(item.id.client) ?? 0)
  }

  leave(): void {
    this.#doc.off('update', this.#follow)
    this.#copy.destroy()
  }
}

/**
 * Whether types stand in the attributes of one, or in a root beside the body. No editor shows them, so nobody would
 * notice how deep they nest, until Yjs, which deletes recursively, fails on deleting what they hang on.
 */
const hidesTypes = (type: Y.AbstractType<unknown>, body: Y.XmlFragment): boolean => {
  const values = [...type._map.values()]
  if (type._item === null && type !== body) {
    for (let item = type._start; item !== null; item = item.right) values.push(item)
  }
  return values.some((item) => !item.deleted && item.content instanceof Y.ContentType)
}

/** The element to look under for what happened to `type`: itself for children, its parent for text and attributes. */
const placeOf = (type: unknown): Y.XmlFragment | null => {
  if (type instanceof Y.XmlText) return placeOf(type.parent)
  return type instanceof Y.XmlFragment ? type : null
}

const depthOf = (type: Y.XmlFragment): number => {
  let depth = 0
  for (let parent = type.parent; parent !== null && depth <= MAX_DEPTH; parent = parent.parent) depth += 1
  return depth
}

/** How many levels of elements these are; counted without recursion, for hostile nesting is deep. */
const levelsOf = (nodes: readonly unknown[]): number => {
  let level = nodes.filter((node) => node instanceof Y.XmlElement)
  let depth = 0
  while (level.length > 0 && depth <= MAX_DEPTH) {
    level = level.flatMap((one) => one.toArray().filter((child) => child instanceof Y.XmlElement))
    depth += 1
  }
  return depth
}
