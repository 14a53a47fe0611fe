/**
 * One open document: its Yjs state in memory, the people in it, and the edits on their way to the disk.
 *
 * 1. Memory is ahead of the log only by what is gathered or being committed, and by nothing else.
 * 2. Nothing leaves the room that is not on disk: an update is sent after its commit; a state that was computed while
 *    commits were outstanding is held until they are done.
 * 3. What is logged and sent leaves nothing pending: every struct finds what it builds on.
 * 4. A Yjs client id belongs to the first account that wrote with it; others cannot continue it.
 * 5. After a failed commit the room is over. Its members come back, find what the log has, and send the rest again.
 */
import { resyncReason } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import * as Y from 'yjs'
import type { Account } from './access.ts'
import { Batch } from './batch.ts'
import { broadcast } from './fan-out.ts'
import { FrameError, reading } from './frame-error.ts'
import { dropPending, hasPending } from './load.ts'
import type { Entry, StoredDocument } from './log/document-log.ts'
import type { Member, Write } from './member.ts'
import { scanUpdate, type UpdateScan } from './update-scan.ts'

/** What a room tells its house. */
export type RoomEvents = {
  /** Something waits to be committed. */
  onGathered(room: Room): void
  onCommitted(room: Room): void
  onFailed(room: Room, error: unknown): void
}

const serverAccount = 'server'
const maxClientId = 2 ** 32

const sameBytes = (state: Uint8Array, other: Y.Doc): boolean =>
  Buffer.compare(state, Y.encodeStateAsUpdate(other)) === 0

/** An open document. */
export class Room {
  readonly documentId: string
  readonly generation: number
  readonly members = new Set<Member>()
  readonly #doc: Y.Doc
  readonly #authors: Map<number, string>
  readonly #events: RoomEvents
  readonly #limits: WireLimits
  #seq: number
  #rows: number
  #gathering = new Batch()
  #committing: Batch | null = null
  #emitted: Uint8Array | null = null
  #wholeState: Uint8Array | null = null

  constructor(
    documentId: string,
    stored: StoredDocument,
    doc: Y.Doc,
    events: RoomEvents,
    limits: WireLimits,
  ) {
    this.documentId = documentId
    this.generation = stored.generation
    this.#doc = doc
    this.#authors = new Map(stored.authors)
    this.#seq = stored.seq
    this.#rows = stored.tail.length
    this.#events = events
    this.#limits = limits
    doc.on('update', (update: Uint8Array) => {
      this.#emitted = update
      this.#wholeState = null
    })
  }

  /** Number of the last durable entry. */
  get seq(): number {
    return this.#seq
  }

  /** Entries since the last snapshot. */
  get rows(): number {
    return this.#rows
  }

  get authors(): ReadonlyMap<number, string> {
    return this.#authors
  }

  /** Whether something is not on disk yet. */
  get isDirty(): boolean {
    return this.#committing !== null || !this.#gathering.isEmpty
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** Takes a write frame of a member who may write. @throws FrameError when it is refused. */
  take(member: Member, write: Write, validate: (doc: Y.Doc, update: Uint8Array) => void): void {
    const scan = this.#inspect(write.update)
    if (scan.empty) return this.#acknowledgeWhenDurable(member, write.count)
    this.#checkClocks(scan, member.account)
    validate(this.#doc, write.update)
    const changed = this.#apply(write.update)
    if (changed !== null) {
      const update = write.step === 'update' && !hasPending(this.#doc) ? write.update : changed
      this.#gather(
        { update, accountId: member.account.id, newClients: this.#bind(scan, member.account.id) },
        member,
      )
    }
    this.#refusePending()
    this.#acknowledgeWhenDurable(member, write.count)
  }

  /** Whether a reader's write frame says nothing new; if so it is acknowledged. */
  takeKnown(member: Member, write: Write): boolean {
    const scan = this.#inspect(write.update)
    if (!scan.empty && !reading(() => Y.snapshotContainsUpdate(Y.snapshot(this.#doc), write.update)))
      return false
    this.#acknowledgeWhenDurable(member, write.count)
    return true
  }

  /** Hands over what is missing from a state vector, once all of it is durable. No vector: everything. */
  state(stateVector: Uint8Array | null, give: (update: Uint8Array) => void): void {
    const update = this.#encode(stateVector)
    this.#whenDurable(() => give(update))
  }

  /** Looks at the document; resolves once everything seen is durable. */
  look<T>(look: (doc: Y.Doc) => T): Promise<{ readonly value: T; readonly seq: number }> {
    return this.#durable(look(this.#doc))
  }

  /** Changes the document as the server. */
  change<T>(change: (doc: Y.Doc) => T): Promise<{ readonly value: T; readonly seq: number }> {
    this.#emitted = null
    const value = this.#doc.transact(() => change(this.#doc), serverAccount)
    if (this.#emitted !== null) {
      const own = this.#doc.clientID
      const newClients = this.#authors.has(own) ? [] : [own]
      this.#authors.set(own, serverAccount)
      this.#gather({ update: this.#emitted, accountId: serverAccount, newClients }, null)
    }
    return this.#durable(value)
  }

  collect(): readonly Entry[] {
    this.#committing = this.#gathering
    this.#gathering = new Batch()
    return this.#committing.entries
  }

  committed(seq: number): void {
    const batch = this.#committing
    if (batch === null) return
    this.#committing = null
    this.#seq = seq
    this.#rows += batch.entries.length
    batch.runHeld()
    broadcast(this.members, batch)
    for (const [member, count] of batch.acknowledgements) member.acknowledge(count, seq)
    this.#events.onCommitted(this)
  }

  failed(error: unknown): void {
    const batches = [this.#committing, this.#gathering]
    this.#committing = null
    this.#gathering = new Batch()
    for (const batch of batches) batch?.abandon(error)
    this.#events.onFailed(this, error)
  }

  /** The whole state beside its number, to be stored in the place of the entries. Null while memory is ahead of the log. */
  get durableState(): { readonly seq: number; readonly state: Uint8Array } | null {
    return this.isDirty ? null : { seq: this.#seq, state: this.#encode(null) }
  }

  /** Whether a document that was read from this state alone says the same. */
  equals(other: Y.Doc): boolean {
    return Y.equalSnapshots(Y.snapshot(this.#doc), Y.snapshot(other)) && sameBytes(this.#encode(null), other)
  }

  /** The entries up to `seq` are now in a snapshot. */
  compacted(seq: number): void {
    this.#rows = this.#seq - seq
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #inspect(update: Uint8Array): UpdateScan {
    return reading(() => {
      const scan = scanUpdate(update, this.#limits.valueDepth)
      Y.decodeUpdate(update)
      return scan
    })
  }

  #checkClocks(scan: UpdateScan, account: Account): void {
    for (const { client, from, to } of scan.runs) {
      const known = Y.getState(this.#doc.store, client)
      if (from > known) throw new FrameError('leaves a gap', resyncReason)
      if (to <= known) continue
      const owner = this.#authors.get(client) ?? account.id
      if (client >= maxClientId || owner !== account.id) throw new FrameError('writes as somebody else')
      if (to - known > this.#limits.clockJump) throw new FrameError('jumps too far')
    }
  }

  /** Applies and answers what changed, if anything did. */
  #apply(update: Uint8Array): Uint8Array | null {
    this.#emitted = null
    try {
      Y.applyUpdate(this.#doc, update, 'member')
    } catch (error) {
      // Half an update may be inside now: only the log knows what is right.
      if (this.#emitted !== null) this.failed(error)
      throw new FrameError('cannot be applied')
    }
    return this.#emitted
  }

  #refusePending(): void {
    if (!hasPending(this.#doc)) return
    dropPending(this.#doc)
    throw new FrameError('builds on what is not here', resyncReason)
  }

  #bind(scan: UpdateScan, accountId: string): number[] {
    const fresh = scan.runs.map((run) => run.client).filter((client) => !this.#authors.has(client))
    for (const client of fresh) this.#authors.set(client, accountId)
    return fresh
  }

  #gather(entry: Entry, origin: Member | null): void {
    this.#gathering.add(entry, origin)
    this.#events.onGathered(this)
  }

  #encode(stateVector: Uint8Array | null): Uint8Array {
    const wantsAll = stateVector === null || (stateVector.length === 1 && stateVector[0] === 0)
    if (!wantsAll) return reading(() => Y.encodeStateAsUpdate(this.#doc, stateVector))
    this.#wholeState ??= Y.encodeStateAsUpdate(this.#doc)
    return this.#wholeState
  }

  /** The batch whose commit makes everything applied so far durable; null when it is already. */
  get #last(): Batch | null {
    return this.#gathering.isEmpty ? this.#committing : this.#gathering
  }

  #whenDurable(then: () => void): void {
    const last = this.#last
    if (last === null) then()
    else last.hold({ done: then, failed: () => {} })
  }

  #acknowledgeWhenDurable(member: Member, count: number): void {
    const last = this.#last
    if (last === null) member.acknowledge(count, this.#seq)
    else last.acknowledge(member, count)
  }

  #durable<T>(value: T): Promise<{ readonly value: T; readonly seq: number }> {
    return new Promise((resolve, reject) => {
      const last = this.#last
      const done = (): void => resolve({ value, seq: this.#seq })
      if (last === null) done()
      else last.hold({ done, failed: reject })
    })
  }
}
