/**
 * A document's Yjs state and who owns which client id: what may be applied to it, and what applying did.
 *
 * 1. Yjs sees only what the scan let through and what decodes as a whole.
 * 2. A struct continues its client's clock without a gap, by a bounded step, and only for the account that owns the client.
 *    Otherwise anybody could write structs in another's name, and Yjs would silently drop what that one types next. An id
 *    that was shown to others is owned before its first struct: whoever saw it could be faster.
 * 3. After `apply` nothing is pending.
 * 4. While nobody writes there are only bytes: most documents that are open are read, and what is stored can be sent as
 *    it is. The Yjs document is built when it is needed, and let go when it was not for a while.
 */
import { closeCode, resyncReason } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { uint32 } from 'lib0/random'
import * as Y from 'yjs'
import { FrameError, reading } from './frame-error.ts'
import { DamagedDocument, dropPending, emptyState, hasPending } from './load.ts'
import type { Entry } from './log/document-log.ts'
import { touchedBy } from './touched.ts'
import { scanUpdate, type UpdateScan } from './update-scan.ts'

/** What a change did: an update that does the same, and what it touched (see {@link touchedBy}). */
export type Effect = { readonly update: Uint8Array; readonly touched: readonly string[] }

/** That a transaction changed something: what it touched, and the clocks before it. */
type Change = { readonly touched: readonly string[]; readonly before: Map<number, number> }

/** What an update did (null: nothing), and whether all of it could be applied. */
export type Applied = { readonly effect: Effect | null; readonly whole: boolean }

/** Applying failed half way: memory can no longer be trusted. */
export class BrokenReplica extends Error {
  override readonly name = 'BrokenReplica'
}

/** The author of what the server does on its own behalf. */
export const serverAccount = 'server'
const maxClientId = 2 ** 32
const maxClaims = 10_000

const hasChanged = ({ deleteSet, beforeState, afterState }: Y.Transaction): boolean => {
  if (deleteSet.clients.size > 0) return true
  for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) return true
  return false
}

/** A document in memory. */
export class Replica {
  #doc: Y.Doc | null = null
  readonly #authors: Map<number, string>
  readonly #claims = new Map<number, string>()
  readonly #limits: WireLimits
  readonly #clientIds = new Map<string, number>()
  /** At least as large as the encoded state; null until somebody writes. */
  #bytes: number | null = null
  #change: Change | null = null
  /** The state and its vector, while they are known; the state always is while there is no document. */
  #whole: Uint8Array | null = null
  #vector: Uint8Array | null = null

  /** `content`: a document, or the state of one that was verified when it was stored. */
  constructor(content: Y.Doc | Uint8Array, authors: ReadonlyMap<number, string>, limits: WireLimits) {
    this.#authors = new Map(authors)
    this.#limits = limits
    if (content instanceof Y.Doc) this.#hold(content)
    else this.#whole = content
  }

  /** The document, built if it is not there. @throws DamagedDocument when it cannot be */
  get doc(): Y.Doc {
    return this.#doc ?? this.#hold(this.#build())
  }

  /** Whether there are only bytes. */
  get isCold(): boolean {
    return this.#doc === null
  }

  /** Lets the document go and keeps its bytes. */
  cool(): void {
    if (this.#doc === null) return
    this.#whole = this.encode(null)
    this.#vector = this.stateVector
    this.#doc.destroy()
    this.#doc = null
  }

  destroy(): void {
    this.#doc?.destroy()
  }

  get authors(): ReadonlyMap<number, string> {
    return this.#authors
  }

  get stateVector(): Uint8Array {
    this.#vector ??=
      this.#doc === null
        ? Y.encodeStateVectorFromUpdate(this.#whole ?? emptyState)
        : Y.encodeStateVector(this.#doc)
    return this.#vector
  }

  /** Everything, or what is missing from a state vector. @throws FrameError when that is not one. */
  encode(stateVector: Uint8Array | null): Uint8Array {
    const wantsAll = stateVector === null || (stateVector.length === 1 && stateVector[0] === 0)
    if (wantsAll) {
      this.#whole ??= Y.encodeStateAsUpdate(this.doc)
      return this.#whole
    }
    const { doc, whole } = { doc: this.#doc, whole: this.#whole ?? emptyState }
    return reading(() =>
      doc === null ? Y.diffUpdate(whole, stateVector) : Y.encodeStateAsUpdate(doc, stateVector),
    )
  }

  /** Looks through a foreign update without applying it. @throws FrameError */
  inspect(update: Uint8Array): UpdateScan {
    return reading(() => {
      const scan = scanUpdate(update, this.#limits.valueDepth)
      Y.decodeUpdate(update)
      return scan
    })
  }

  /** Whether an update says nothing new. */
  contains(update: Uint8Array): boolean {
    return reading(() => Y.snapshotContainsUpdate(Y.snapshot(this.doc), update))
  }

  /** Whether an account may write these structs now. @throws FrameError when it may not; `reason` says why to the client. */
  checkClocks(scan: UpdateScan, accountId: string, reason?: string): void {
    let newClients = 0
    for (const { client, from, to } of scan.runs) {
      const known = Y.getState(this.doc.store, client)
      if (from > known) throw new FrameError('leaves a gap', resyncReason)
      if (to <= known) continue
      if (client >= maxClientId || !this.#isFreeFor(client, accountId))
        throw new FrameError('writes as somebody else', reason)
      if (to - known > this.#limits.clockJump) throw new FrameError('jumps too far')
      if (known === 0 && !this.#authors.has(client)) newClients += 1
    }
    if (newClients > 0) this.#checkClients(newClients, accountId)
  }

  /** Every client id stays in every state vector for ever: too many, and nobody could ask for the document any more. */
  #checkClients(newClients: number, accountId: string): void {
    let owned = newClients
    for (const owner of this.#authors.values()) if (owner === accountId) owned += 1
    if (owned > this.#limits.clientsPerAccount) throw new FrameError('writes under too many ids')
  }

  /** Whether there is room for an update that adds something. @throws FrameError when there is none. */
  checkSize(scan: UpdateScan, bytes: number): void {
    const most = this.#limits.documentBytes
    const adds = scan.runs.some(({ client, to }) => to > Y.getState(this.doc.store, client))
    this.#bytes ??= this.encode(null).length
    if (!adds || this.#bytes + bytes <= most) return
    this.#bytes = this.encode(null).length
    if (this.#bytes + bytes > most) throw new FrameError('does not fit', 'full', closeCode.full)
  }

  /**
   * Applies an inspected update. What builds on things that are not here is dropped.
   * @param repeats whether most of it may be known already: the effect is then encoded anew. Encoding costs as much as
   * applying, so an update that only says what is new is its own effect.
   * @throws FrameError, BrokenReplica
   */
  apply(update: Uint8Array, repeats: boolean): Applied {
    this.#change = null
    const stopListening = repeats ? this.#listen() : null
    try {
      Y.applyUpdate(this.doc, update, 'member')
    } catch (error) {
      stopListening?.()
      if (this.#change !== null) throw new BrokenReplica('An update was applied half.', { cause: error })
      throw new FrameError('cannot be applied')
    }
    const whole = !hasPending(this.doc)
    if (!whole) dropPending(this.doc)
    return { effect: this.#effectOf(stopListening?.() ?? (whole ? update : null)), whole }
  }

  /** Gives client ids that nobody owns to an account; answers those. */
  bind(scan: UpdateScan, accountId: string): readonly number[] {
    return this.#own(
      scan.runs.map((run) => run.client),
      accountId,
    )
  }

  /** Keeps a client id that an account shows to others for that account; false when it is another's. */
  claim(clientId: number, accountId: string): boolean {
    if (!this.#isFreeFor(clientId, accountId)) return false
    const [oldest] = this.#claims.size >= maxClaims ? this.#claims.keys() : []
    if (oldest !== undefined) this.#claims.delete(oldest)
    this.#claims.set(clientId, accountId)
    return true
  }

  /** Takes note of whom the log gave client ids to. */
  adopt({ newClients, accountId }: Pick<Entry, 'newClients' | 'accountId'>): void {
    for (const client of newClients) this.#authors.set(client, accountId)
  }

  /** Takes over what another copy of the document knew beyond its log: who showed which client id. */
  inherit(other: Replica): void {
    for (const [clientId, accountId] of other.#claims) this.#claims.set(clientId, accountId)
    for (const [accountId, clientId] of other.#clientIds) this.#clientIds.set(accountId, clientId)
  }

  /** The client id under which the server writes for an account here, or for itself. */
  clientIdOf(accountId: string): number {
    const known = this.#clientIds.get(accountId) ?? uint32()
    this.#clientIds.set(accountId, known)
    return known
  }

  /** Works on the document in an account's name, and hands over what that changed, also when it throws. */
  work<T>(
    accountId: string,
    work: (doc: Y.Doc) => T,
    onEffect: (effect: Effect, newClients: readonly number[]) => void,
  ): T {
    const own = this.doc.clientID
    const clientId = this.clientIdOf(accountId)
    this.#change = null
    this.doc.clientID = clientId
    const stopListening = this.#listen()
    try {
      return this.doc.transact(() => work(this.doc), serverAccount)
    } finally {
      this.doc.clientID = own
      const effect = this.#effectOf(stopListening())
      if (effect !== null) onEffect(effect, this.#own([clientId], accountId))
    }
  }

  /** Has Yjs encode what changes until the answered function is called, which answers that. */
  #listen(): () => Uint8Array | null {
    const { doc } = this
    let encoded: Uint8Array | null = null
    const hear = (update: Uint8Array): void => {
      encoded = update
    }
    doc.on('update', hear)
    return () => {
      doc.off('update', hear)
      return encoded
    }
  }

  /** The effect of the last transaction, as the given update or else as everything since the clocks before it. */
  #effectOf(update: Uint8Array | null): Effect | null {
    if (this.#change === null) return null
    const { touched, before } = this.#change
    const same = update ?? Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(before))
    if (this.#bytes !== null) this.#bytes += same.length
    return { update: same, touched }
  }

  #hold(doc: Y.Doc): Y.Doc {
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!hasChanged(transaction)) return
      this.#change = { touched: touchedBy(transaction), before: transaction.beforeState }
      this.#whole = null
      this.#vector = null
    })
    this.#doc = doc
    return doc
  }

  #build(): Y.Doc {
    const doc = new Y.Doc({ gc: true })
    try {
      Y.applyUpdate(doc, this.#whole ?? emptyState)
    } catch (error) {
      throw new DamagedDocument('A stored state cannot be opened.', { cause: error })
    }
    if (hasPending(doc)) throw new DamagedDocument('A stored state builds on what is not there.')
    return doc
  }

  #isFreeFor(clientId: number, accountId: string): boolean {
    return (this.#authors.get(clientId) ?? this.#claims.get(clientId) ?? accountId) === accountId
  }

  #own(clients: readonly number[], accountId: string): readonly number[] {
    const fresh = clients.filter((client) => !this.#authors.has(client))
    for (const client of fresh) this.#authors.set(client, accountId)
    return fresh
  }
}
