/**
 * A copy of a document without its past: what can be read now, written by new client ids.
 *
 * Nothing of the old document can be told from it or merged with it: no deleted text, no order of writing, no id. Who
 * wrote what stays: each account gets one new client id, and owns with it what it owned before.
 */
import { uint32 } from 'lib0/random'
import * as Y from 'yjs'
import { assertSame } from './canonical.ts'
import { hasPending } from './load.ts'

/** The copy as one update, and who owns its client ids. */
export type Renewed = { readonly state: Uint8Array; readonly authors: ReadonlyMap<number, string> }

type Type = Y.Doc['share'] extends Map<string, infer T> ? T : never

/** Copies what is not deleted, struct by struct. */
class Copyist {
  readonly #transaction: Y.Transaction
  readonly #clientOf: (oldClient: number) => number

  constructor(transaction: Y.Transaction, clientOf: (oldClient: number) => number) {
    this.#transaction = transaction
    this.#clientOf = clientOf
  }

  copy(from: Type, to: Type): void {
    let last: Y.Item | null = null
    for (let item = from._start; item !== null; item = item.right) {
      if (!item.deleted) last = this.#put(item, to, null, last)
    }
    for (const [key, item] of from._map) if (!item.deleted) this.#put(item, to, key, null)
  }

  #put(old: Y.Item, parent: Type, key: string | null, left: Y.Item | null): Y.Item {
    const client = this.#clientOf(old.id.client)
    const id = Y.createID(client, Y.getState(this.#transaction.doc.store, client))
    const origin = left === null ? null : left.lastId
    const item = new Y.Item(id, left, origin, null, null, parent, key, old.content.copy())
    item.integrate(this.#transaction, 0)
    if (old.content instanceof Y.ContentType && item.content instanceof Y.ContentType)
      this.copy(old.content.type, item.content.type)
    return item
  }
}

/** Copies a document, on behalf of those who wrote it. @throws when the copy does not say the same. */
export const renew = (old: Y.Doc, authors: ReadonlyMap<number, string>): Renewed => {
  const clients = new Map<string, number>()
  const clientOf = (oldClient: number): number => {
    const account = authors.get(oldClient) ?? 'server'
    const client = clients.get(account) ?? uint32()
    clients.set(account, client)
    return client
  }
  const doc = new Y.Doc({ gc: true })
  doc.transact((transaction) => {
    const copyist = new Copyist(transaction, clientOf)
    for (const [name, type] of old.share) copyist.copy(type, doc.get(name))
  })
  const state = Y.encodeStateAsUpdate(doc)
  const copy = new Y.Doc({ gc: true })
  Y.applyUpdate(copy, state)
  if (hasPending(copy)) throw new Error('A renewed document does not stand on its own.')
  assertSame(old, copy)
  return { state, authors: new Map([...clients].map(([account, client]) => [client, account])) }
}
