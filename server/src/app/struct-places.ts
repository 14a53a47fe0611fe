import { BODY, MAX_DEPTH } from '@rondo/shared/document/schema.ts'
import { type ElementRule, elementRules } from '@rondo/shared/document/structure-rules.ts'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Type = Y.Doc['share'] extends Map<string, infer Shared> ? Shared : never

/** A type that can hold something: the body, an element, a text, or what no page has. */
export type Place = {
  readonly kind: 'element' | 'text' | 'foreign'
  /** Of the element, or of the one that a text stands in. */
  readonly rule: ElementRule
  /** Levels below the body. */
  readonly depth: number
  /** Null: it comes with the update. */
  readonly type: Type | null
}

/**
 * Where a struct will stand, as Yjs will find it: in a place, under a name if it is an attribute; nowhere, because what it
 * hangs on is gone; or not known, because that is not here yet and Yjs will keep the struct waiting.
 */
export type Standing =
  | { readonly kind: 'in'; readonly place: Place; readonly key: string | null }
  | { readonly kind: 'nowhere' | 'waits' }

const nothing: ElementRule = { attributes: new Map(), children: new Set(), text: false, marks: false }
const nowhere: Standing = { kind: 'nowhere' }
const waits: Standing = { kind: 'waits' }

/**
 * Finds out for the structs of one update where each will stand, without applying any. Yjs takes the parent of a struct
 * from its left neighbour, else from its right one, else from what it names; so does this.
 */
export class StructPlaces {
  readonly #doc: Y.Doc
  readonly #coming = new Set<unknown>()
  readonly #rows = new Map<number, Y.Item[]>()
  readonly #standings = new Map<Y.Item, Standing>()
  readonly #places = new Map<unknown, Place>()

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      this.#coming.add(struct)
      const row = this.#rows.get(struct.id.client)
      if (row === undefined) this.#rows.set(struct.id.client, [struct])
      else row.push(struct)
    }
  }

  /** Whether the document has all of it already: Yjs will pass it over. */
  isKnown(item: Y.Item): boolean {
    return item.id.clock + item.length <= this.#known(item.id.client)
  }

  /** @throws when structs hang on each other in a circle. */
  of(item: Y.Item): Standing {
    // A row of structs can be as long as the update, so what is still to be found out lies on a stack of our own.
    const open = [item]
    const seen = new Set<Y.Item>()
    for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
      const first = this.#before(next).find((other) => !this.#standings.has(other))
      if (first === undefined) {
        open.pop()
        if (!this.#standings.has(next)) this.#standings.set(next, this.#stand(next))
      } else if (seen.has(first)) throw new Error('hangs on itself')
      else {
        seen.add(first)
        open.push(first)
      }
    }
    return this.#standings.get(item) ?? waits
  }

  /** The structs of this update on which it depends where one stands. */
  #before({ origin, rightOrigin, parent }: Y.Item): Y.Item[] {
    return [origin, rightOrigin, parent].flatMap((id) => {
      const found = id instanceof Y.ID ? this.#find(id) : null
      return found instanceof Y.Item && this.#coming.has(found) ? [found] : []
    })
  }

  #stand(item: Y.Item): Standing {
    const named = this.#standNamed(item)
    const known = this.#known(item.id.client)
    if (item.id.clock >= known || named.kind !== 'in') return named
    // Its beginning is here already: Yjs will put the rest behind that, and must find it in the same place.
    const before = this.#standingAt(Y.createID(item.id.client, known - 1))
    const isSame = before.kind === 'in' && before.place.type === named.place.type && before.key === named.key
    if (before.kind === 'in' && !isSame) throw new Error('continues what stands elsewhere')
    return before
  }

  #standNamed({ origin, rightOrigin, parent, parentSub }: Y.Item): Standing {
    const left = origin === null ? null : this.#standingAt(origin)
    const right = rightOrigin === null ? null : this.#standingAt(rightOrigin)
    if (left?.kind === 'waits' || right?.kind === 'waits') return waits
    if (left?.kind === 'nowhere' || right?.kind === 'nowhere') return nowhere
    const beside = left ?? right
    if (beside !== null) return beside
    if (parent === null) return nowhere
    if (typeof parent === 'string') return { kind: 'in', place: this.#root(parent), key: parentSub }
    if (!(parent instanceof Y.ID)) return waits
    const owner = this.#find(parent)
    if (owner === undefined) return waits
    if (!(owner instanceof Y.Item) || !(owner.content instanceof Y.ContentType)) return nowhere
    const place = this.#coming.has(owner) ? this.#comingPlace(owner) : this.#placeOf(owner.content.type)
    return place === null ? waits : { kind: 'in', place, key: parentSub }
  }

  #standingAt(id: Y.ID): Standing {
    const struct = this.#find(id)
    if (struct === undefined) return waits
    if (!(struct instanceof Y.Item)) return nowhere
    if (this.#coming.has(struct)) return this.#standings.get(struct) ?? waits
    const { parent, parentSub } = struct
    return parent instanceof Y.AbstractType
      ? { kind: 'in', place: this.#placeOf(parent), key: parentSub }
      : nowhere
  }

  /** The place inside an element or text that comes with the update. */
  #comingPlace(owner: Y.Item): Place | null {
    const known = this.#places.get(owner)
    if (known !== undefined) return known
    const standing = this.#standings.get(owner)
    if (standing?.kind !== 'in' || !(owner.content instanceof Y.ContentType)) return null
    const place = placeIn(standing.place, standing.key, owner.content.type, null)
    this.#places.set(owner, place)
    return place
  }

  /** The place that a type of the document is. */
  #placeOf(type: Type): Place {
    const above: Type[] = []
    let place: Place | undefined
    for (let at: Type | null = type; at !== null && place === undefined; at = at.parent) {
      place = this.#places.get(at)
      if (place === undefined) above.push(at)
    }
    for (const inner of above.toReversed()) {
      place =
        place === undefined
          ? this.#rootOf(inner)
          : placeIn(place, inner._item?.parentSub ?? null, inner, inner)
      this.#places.set(inner, place)
    }
    return place ?? this.#rootOf(type)
  }

  #rootOf(type: Type): Place {
    return type === this.#doc.share.get(BODY) ? this.#root(BODY) : { ...foreign, type }
  }

  #root(name: string): Place {
    const type = this.#doc.share.get(name) ?? null
    const rule = elementRules.get('doc')
    return name === BODY && rule !== undefined
      ? { kind: 'element', rule, depth: 0, type }
      : { ...foreign, type }
  }

  #find(id: Y.ID): Struct | undefined {
    if (id.clock < this.#known(id.client)) return Y.getItem(this.#doc.store, id)
    const row = this.#rows.get(id.client) ?? []
    let [low, high] = [0, row.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const item = row[middle]
      if (item === undefined) return undefined
      if (item.id.clock > id.clock) high = middle - 1
      else if (item.id.clock + item.length <= id.clock) low = middle + 1
      else return item
    }
    return undefined
  }

  #known(client: number): number {
    return Y.getState(this.#doc.store, client)
  }
}

const foreign = { kind: 'foreign', rule: nothing, depth: 0 } as const

const placeIn = (around: Place, key: string | null, inner: Type, type: Type | null): Place => {
  const depth = Math.min(around.depth + 1, MAX_DEPTH + 1)
  if (key !== null || around.kind !== 'element') return { ...foreign, depth, type }
  if (inner instanceof Y.XmlText) return { kind: 'text', rule: around.rule, depth, type }
  const rule = inner instanceof Y.XmlElement ? elementRules.get(inner.nodeName) : undefined
  return rule === undefined ? { ...foreign, depth, type } : { kind: 'element', rule, depth, type }
}
