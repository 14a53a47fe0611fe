/**
 * Makes the edits of all rooms durable, one commit at a time.
 *
 * Batching is natural: while one commit runs, rooms gather; the next commit takes everything. A server
 * with little to do commits a lone edit at once; a busy one begins a commit only so often, and shares each wait for the
 * disk, and each frame that leaves, among all who write. That costs some milliseconds nobody can see, and saves most of
 * what many people in many rooms would cost.
 *
 * 1. At most one append is under way.
 * 2. A room's edits are collected in the order in which they were applied.
 * 3. `committed` is called after the log said yes, never before (unless a test asks for that defect).
 * 4. When the log says no, every room of the batch fails; rooms outside of it do not.
 * 5. While storage refuses, nothing is handed to the log: what still comes fails at once.
 */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'
import { failpoint } from './failpoint.ts'
import type { DocumentLog, Entry } from './log/document-log.ts'
import { refusalIn } from './log/storage-refuses.ts'
import type { SyncFault } from './options.ts'
import { Pace } from './pace.ts'
import type { Storage } from './storage.ts'

/** A room as the committer sees it. */
export type Committing = {
  readonly documentId: string
  readonly generation: number
  /** What it knew of its log when the first of what it handed over last came. */
  readonly base: number
  /** Hands over what was gathered. */
  collect(): readonly Entry[]
  committed(seq: number): void
  failed(error: unknown): void
}

type Batch = readonly { readonly room: Committing; readonly entries: readonly Entry[] }[]

/** How long the deliberate defect leaves acknowledged edits in memory only. */
const faultDelayMs = 200

/** The one that talks to the log's writing side. */
export class Committer {
  readonly #log: DocumentLog
  readonly #clock: Clock
  readonly #fault: SyncFault | undefined
  readonly #storage: Storage
  readonly #pace: Pace
  readonly #marked = new Set<Committing>()
  #running: Promise<void> | null = null

  constructor(
    log: DocumentLog,
    clock: Clock,
    storage: Storage,
    limits: WireLimits,
    fault: SyncFault | undefined,
  ) {
    this.#log = log
    const eachMs = 1000 / limits.commitsPerSecond
    this.#pace = new Pace(clock, { eachMs, toleranceMs: limits.commitBurst * eachMs, longestMs: eachMs })
    this.#clock = clock
    this.#fault = fault
    this.#storage = storage
  }

  /** Says that a room has something to commit. */
  mark(room: Committing): void {
    this.#marked.add(room)
    this.#running ??= this.#run()
  }

  /** Resolves once nothing is left to commit. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  async #run(): Promise<void> {
    while (this.#marked.size > 0) {
      await this.#untilDue()
      const batch = [...this.#marked]
        .map((room) => ({ room, entries: room.collect() }))
        .filter(({ entries }) => entries.length > 0)
      this.#marked.clear()
      await (this.#fault === 'ack-before-commit' ? this.#commitTooLate(batch) : this.#commit(batch))
    }
    this.#running = null
  }

  /** At the least what other sockets sent in this turn of the event loop still comes along. */
  #untilDue(): Promise<void> {
    return new Promise((resolve) => {
      const ms = this.#pace.take()
      if (ms > 0) this.#clock.after(ms, resolve)
      else setImmediate(resolve)
    })
  }

  async #commit(batch: Batch): Promise<void> {
    try {
      failpoint('append')
      const heads = await this.#append(batch)
      failpoint('appended')
      for (const [i, { room }] of batch.entries()) {
        const head = heads[i] ?? null
        if (head === null) room.failed(new Error('The document is of another generation by now.'))
        else room.committed(head.seq)
      }
    } catch (error) {
      this.#refuse(batch, error)
    }
  }

  #refuse(batch: Batch, error: unknown): void {
    const refusal = refusalIn(error)
    if (refusal !== null) this.#storage.refuse(refusal)
    for (const { room } of batch) {
      if (refusal !== null && this.#fault === 'ack-when-refused') room.committed(0)
      else room.failed(refusal ?? error)
    }
  }

  /** The defect that the crash test must notice. */
  async #commitTooLate(batch: Batch): Promise<void> {
    for (const { room } of batch) room.committed(0)
    await new Promise<void>((resolve) => this.#clock.after(faultDelayMs, resolve))
    await this.#append(batch).catch(() => {})
  }

  async #append(batch: Batch) {
    if (this.#storage.refusal !== null) throw this.#storage.refusal
    const at = this.#clock.now()
    return this.#log.append(
      batch.map(({ room: { documentId, generation, base }, entries }) => ({
        documentId,
        generation,
        base,
        entries,
        at,
      })),
    )
  }
}
