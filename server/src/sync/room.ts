/**
 * One open document: the people in it, and the edits on their way to the disk.
 *
 * 1. Memory is ahead of the log only by what is gathered or being committed, and by nothing else.
 * 2. Nothing leaves the room that is not on disk: an update is sent after its commit; a state that was computed while
 *    commits were outstanding is held until they are done.
 * 3. What is logged and sent leaves nothing pending: every struct finds what it builds on. A frame that left something
 *    pending is not acknowledged; the part of it that found its place is an edit like any other.
 * 4. After a failed commit the room is over. Its members come back, find what the log has, and send the rest again.
 * 5. When storage refused a commit, the room goes back to what the log has. Until then nothing of it is shown or taken.
 */
import { closeCode, resyncReason } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Doc } from 'yjs'
import { Batch } from './batch.ts'
import { failpoint } from './failpoint.ts'
import { broadcast } from './fan-out.ts'
import { FrameError } from './frame-error.ts'
import { DamagedDocument } from './load.ts'
import type { Entry, StoredDocument, WrittenEntry } from './log/document-log.ts'
import { StorageRefuses } from './log/storage-refuses.ts'
import type { Member, Write } from './member.ts'
import { BrokenReplica, Replica, serverAccount } from './replica.ts'
import { LogPosition } from './servers/log-position.ts'
import type { UpdateScan } from './update-scan.ts'

/** What was written, and by which accounts. */
export type Written = Pick<Batch, 'touched' | 'writers'>

/** What a room tells its house. */
export type RoomEvents = {
  /** Something waits to be committed. */
  onGathered(room: Room): void
  onCommitted(room: Room, written: Written): void
  /** Other servers wrote something. */
  onFollowed(room: Room, written: Written): void
  onFailed(room: Room, error: unknown): void
  /** Whether somebody can know more of the document than this room does, from another server. */
  readonly isShared: boolean
}

/** On its way back to what is stored: why, and who waits to be answered from there. */
type Retreat = { readonly why: StorageRefuses; readonly waiting: (() => void)[] }

/** A value, and the number of the entry up to which it is durable. */
export type Durable<T> = { readonly value: T; readonly seq: number }

/** Throws when an update must not be applied. */
type Check = (doc: Doc, update: Uint8Array) => void

/** An open document. */
export class Room {
  readonly documentId: string
  readonly generation: number
  readonly members = new Set<Member>()
  #replica: Replica
  readonly #events: RoomEvents
  #position: LogPosition
  #rows: number
  #bytes: number
  #isEnding = false
  readonly #erased: ReadonlySet<number>
  /** What was written since, once somebody did. */
  #gathering: Batch | null = null
  #committing: Batch | null = null
  #retreat: Retreat | null = null

  constructor(
    documentId: string,
    stored: StoredDocument,
    content: Doc | Uint8Array,
    events: RoomEvents,
    limits: WireLimits,
  ) {
    this.documentId = documentId
    this.generation = stored.generation
    this.#replica = new Replica(content, stored.authors, limits)
    this.#position = new LogPosition(stored.seq)
    this.#rows = stored.tail.length
    this.#bytes = stored.tail.reduce((sum, { length }) => sum + length, 0)
    this.#erased = stored.erased
    this.#events = events
  }

  /** Number of the last durable entry, up to which all are inside. */
  get seq(): number {
    return this.#position.seq
  }

  /** Number of the last entry that is known to be in the log. */
  get head(): number {
    return this.#position.head
  }

  /** Whether other servers wrote something that is not inside, before something that is. */
  get isBehind(): boolean {
    return this.#position.hasGap
  }

  /** What was known of the log when the first entry came of those that were collected last. */
  get base(): number {
    return this.#committing?.base ?? this.seq
  }

  /** Entries since the last snapshot. */
  get rows(): number {
    return this.#rows
  }

  /** What they take. */
  get bytes(): number {
    return this.#bytes
  }

  get authors(): ReadonlyMap<number, string> {
    return this.#replica.authors
  }

  get stateVector(): Uint8Array {
    return this.#replica.stateVector
  }

  /** Takes a write frame of a member who may write. @throws FrameError when it is refused. */
  take(member: Member, write: Write, check: Check): void {
    if (this.#isEnding) return
    const scan = this.#inspect(write.update)
    if (!scan.empty) this.#orFail(() => this.#takeContent(member, write, scan, check))
    this.#acknowledgeWhenDurable(member, write.count)
  }

  /** Whether a reader's write frame says nothing new; if so it is acknowledged. */
  takeKnown(member: Member, write: Write): boolean {
    if (this.#retreat !== null) return false
    if (this.#isEnding) return true
    const isKnown = this.#inspect(write.update).empty || this.#replica.contains(write.update)
    if (isKnown) this.#acknowledgeWhenDurable(member, write.count)
    return isKnown
  }

  /** Hands over what is missing from a state vector, once all of it is durable. No vector: everything. */
  state(stateVector: Uint8Array | null, give: (update: Uint8Array) => void): void {
    const later = (): void => void this.#retreat?.waiting.push(() => this.state(stateVector, give))
    if (this.#retreat !== null) {
      later()
      return
    }
    const update = this.#replica.encode(stateVector)
    const last = this.#last
    if (last === null) give(update)
    else last.hold({ done: () => give(update), failed: later })
  }

  /**
   * Looks at the document or changes it, for the server itself or in an account's name; resolves once all that was seen
   * and done is durable. What was changed before it threw is an edit like any other.
   */
  work<T>(work: (doc: Doc) => T, accountId: string = serverAccount): Promise<Durable<T>> {
    if (this.#retreat !== null) return Promise.reject(this.#retreat.why)
    if (this.#isEnding) return Promise.reject(new Error('The document is being erased.'))
    const change = (): T =>
      this.#replica.work(accountId, work, ({ update, touched }, newClients) => {
        this.#gather({ update, accountId, newClients }, null, touched)
      })
    return this.#durable(this.#orFail(change))
  }

  /** Everything as one state, once all of it is durable. A document of which there are only bytes stays that. */
  async whole(): Promise<Uint8Array> {
    if (this.#retreat !== null) throw this.#retreat.why
    return (await this.#durable(this.#replica.encode(null))).value
  }

  /** Resolves once everything that was done until now is durable. */
  async stored(): Promise<void> {
    await this.#durable(null)
  }

  /** Whether nobody wrote for so long that there are only bytes. */
  get isCold(): boolean {
    return this.#replica.isCold
  }

  /** Keeps only the bytes of the document until somebody needs more of it. */
  cool(): void {
    if (this.#last === null) this.#replica.cool()
  }

  /** The client id under which the server writes for an account. */
  clientIdOf(accountId: string): number {
    return this.#replica.clientIdOf(accountId)
  }

  /** Keeps a client id that an account shows to others for that account; false when it is another's. */
  claim(clientId: number, accountId: string): boolean {
    return this.#replica.claim(clientId, accountId)
  }

  /** Hands over what was gathered: it is being committed now. */
  collect(): readonly Entry[] {
    if (this.#gathering === null) return []
    this.#committing = this.#gathering
    this.#gathering = null
    return this.#committing.entries
  }

  /** What was collected is durable: those who waited for it first, then everybody, then the acknowledgements. */
  committed(seq: number): void {
    const batch = this.#committing
    if (batch === null) return
    this.#committing = null
    this.#position.wrote(seq, batch.entries.length)
    this.#rows += batch.entries.length
    for (const { update } of batch.entries) this.#bytes += update.length
    batch.complete()
    failpoint('broadcast')
    broadcast(this.members, batch, seq)
    failpoint('acknowledged')
    this.#events.onCommitted(this, batch)
  }

  /**
   * Takes what came after `seq` in the log: entries of other servers, which are durable and nobody's here to acknowledge.
   */
  follow(entries: readonly WrittenEntry[]): void {
    if (this.#retreat !== null || this.#isEnding) return
    const news = new Batch(this.seq)
    try {
      for (const entry of entries) if (!this.#position.has(entry.seq)) this.#followOne(entry, news)
    } catch (error) {
      this.failed(error)
      return
    }
    this.#position.reached(entries.at(-1)?.seq ?? 0)
    if (news.isEmpty) return
    this.#rows += news.entries.length
    // An answer that waits for the disk was made without these; whoever gets it must hear of them after it.
    const tell = (): void => {
      broadcast(this.members, news, this.seq)
      this.#events.onFollowed(this, news)
    }
    const last = this.#last
    if (last === null) tell()
    else last.hold({ done: tell, failed: tell })
  }

  /** What was collected could not be made durable. */
  failed(error: unknown): void {
    const batches = [this.#committing, this.#gathering]
    this.#committing = null
    this.#gathering = null
    if (error instanceof StorageRefuses) this.#retreat = { why: error, waiting: [] }
    for (const batch of batches) batch?.abandon(error)
    if (this.#retreat !== null) for (const member of this.members) member.withdraw()
    this.#events.onFailed(this, error)
  }

  /** Goes back to what the log has: another room of the same document, freshly opened, which ends here. */
  goBackTo(stored: Room): void {
    stored.#replica.inherit(this.#replica)
    this.#replica.destroy()
    this.#replica = stored.#replica
    this.#position = stored.#position
    this.#rows = stored.#rows
    this.#bytes = stored.#bytes
    const waiting = this.#retreat?.waiting ?? []
    this.#retreat = null
    for (const answer of waiting) answer()
  }

  /** The entries up to `seq`, which took so many bytes, are now in a snapshot. */
  compacted(seq: number, bytes: number): void {
    this.#rows = Math.max(0, this.seq - seq)
    this.#bytes = Math.max(0, this.#bytes - bytes)
  }

  /** Takes nothing from now on; resolves with the document once all of it is on disk. */
  async end(): Promise<Doc> {
    this.#isEnding = true
    return (await this.#durable(this.#replica.doc)).value
  }

  destroy(): void {
    this.#replica.destroy()
  }

  /** What an erased client wrote comes from a copy of another generation, whatever its owner said of that. */
  #inspect(update: Uint8Array): UpdateScan {
    const scan = this.#replica.inspect(update)
    if (this.#erased.size > 0 && scan.runs.some(({ client }) => this.#erased.has(client)))
      throw new FrameError('was erased', String(this.generation), closeCode.otherGeneration)
    return scan
  }

  #takeContent(member: Member, write: Write, scan: UpdateScan, check: Check): void {
    const accountId = member.account.id
    this.#replica.checkClocks(scan, accountId, this.#events.isShared ? resyncReason : undefined)
    this.#replica.checkSize(scan, write.update.length)
    check(this.#replica.doc, write.update)
    const { effect, whole } = this.#replica.apply(write.update, write.step === 'answer')
    if (effect !== null) {
      const { update, touched } = effect
      const newClients = this.#replica.bind(scan, accountId)
      this.#gather({ update, accountId, newClients }, member, touched)
    }
    if (!whole) throw new FrameError('builds on what is not here', resyncReason)
  }

  /** Ends the room where memory cannot be trusted, half of an update is inside for instance: only the log knows. */
  #orFail<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (error instanceof BrokenReplica || error instanceof DamagedDocument) this.failed(error)
      throw error
    }
  }

  /** What another server logged finds everything that it builds on: if not, memory is not what the log says. */
  #followOne(entry: WrittenEntry, news: Batch): void {
    this.#replica.adopt(entry)
    const { effect, whole } = this.#replica.apply(entry.update, false)
    if (!whole) throw new BrokenReplica('An entry of the log builds on what is not here.')
    this.#bytes += entry.update.length
    news.add(entry, null, effect?.touched ?? [])
  }

  #gather(entry: Entry, origin: Member | null, touched: readonly string[]): void {
    this.#gathering ??= new Batch(this.seq)
    this.#gathering.add(entry, origin, touched)
    this.#events.onGathered(this)
  }

  /** The batch whose commit makes everything applied so far durable; null when it is already. */
  get #last(): Batch | null {
    return this.#gathering ?? this.#committing
  }

  #acknowledgeWhenDurable(member: Member, count: number): void {
    const last = this.#last
    if (last === null) member.acknowledge(count, this.seq)
    else last.acknowledge(member, count)
  }

  #durable<T>(value: T): Promise<Durable<T>> {
    return new Promise((resolve, reject) => {
      const last = this.#last
      const done = (): void => resolve({ value, seq: this.seq })
      if (last === null) done()
      else last.hold({ done, failed: reject })
    })
  }
}
