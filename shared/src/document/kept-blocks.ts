import * as Y from 'yjs'
import type { BlockRead } from './read-blocks.ts'
import { BODY } from './schema.ts'

/**
 * What was read of a document, kept for as long as the document lives, so that a letter typed into a page of two thousand
 * blocks costs the reading of one.
 *
 * 1. Kept is what stands under each child of the body; a child in which anything changed is read anew.
 * 2. Inside a transaction nothing is kept to: its changes are told when it ends.
 */
class KeptBlocks {
  readonly #body: Y.XmlFragment
  readonly #under = new WeakMap<Y.XmlElement, readonly BlockRead[]>()
  #all: BlockRead[] | undefined

  constructor(doc: Y.Doc) {
    this.#body = doc.getXmlFragment(BODY)
    this.#body.observeDeep((events) => {
      this.#all = undefined
      for (const { target } of events) this.#forget(target)
    })
  }

  read(readUnder: (child: Y.XmlElement) => readonly BlockRead[]): BlockRead[] {
    this.#all ??= this.#body
      .toArray()
      .flatMap((child) => (child instanceof Y.XmlElement ? this.#blocksUnder(child, readUnder) : []))
    return this.#all
  }

  #blocksUnder(
    child: Y.XmlElement,
    readUnder: (child: Y.XmlElement) => readonly BlockRead[],
  ): readonly BlockRead[] {
    const known = this.#under.get(child)
    if (known) return known
    const blocks = readUnder(child)
    this.#under.set(child, blocks)
    return blocks
  }

  /** Of whatever changed, the child of the body in which it stands. */
  #forget(changed: unknown): void {
    let type = changed
    while (type instanceof Y.AbstractType && type.parent !== null && type.parent !== this.#body) {
      type = type.parent
    }
    if (type instanceof Y.XmlElement) this.#under.delete(type)
  }
}

const kept = new WeakMap<Y.Doc, KeptBlocks>()

/** From now on readers of this document read only what changed since they read last. */
export const keepBlocks = (doc: Y.Doc): void => {
  if (!kept.has(doc)) kept.set(doc, new KeptBlocks(doc))
}

/** What is kept of a document; undefined where nothing is, or its transaction is not over. */
export const keptBlocksOf = (doc: Y.Doc): KeptBlocks | undefined =>
  doc._transaction === null ? kept.get(doc) : undefined
