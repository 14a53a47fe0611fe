/**
 * Decides when a page is copied without being asked: when it has been quiet for five minutes, now and then while it is
 * written in without a pause, and when its meeting was wrapped.
 *
 * 1. A change is noted in the database before it is forgotten in memory: what is owed when the server stops is kept after
 *    it starts again.
 * 2. Documents are copied one after another, so that many that fall quiet together delay nobody.
 * 3. A page in which nobody wrote but the server has no versions.
 */
import { setImmediate } from 'node:timers/promises'
import type { DocumentId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { VersionReason } from '@rondo/shared/version/model.ts'
import { type DocumentContext, findPageOfDocument, type PageRow } from '../page/index.ts'
import { transact, transactDerived } from '../platform/db/database.ts'
import { keepTrying, type Runner } from '../projection/keep-trying.ts'
import { type Clock, every } from '../sync/clock.ts'
import { copyNow, keep, keepCopy, thin } from './keep.ts'
import { changeWatch, findOwed, findWatch, noteChange, pagesWithVersionsBefore, writersOf } from './store.ts'

/** So long nothing is written before the page is copied. */
const QUIET = 5 * MINUTE
/** So many times it settled, and so long ago is the first change, when it is copied although people write on. */
const BUSY_SETTLES = 50
const BUSY_AFTER = 5 * MINUTE
const SWEEP_EVERY = 6 * HOUR
const SWEPT_AT_ONCE = 200

interface Settled {
  readonly documentId: string
  /** The accounts that wrote. Missing: nobody knows. */
  readonly writers?: ReadonlySet<string>
}

/** Where documents are that change; the document server fits. */
export interface Settling {
  onSettled(listen: (settled: Settled) => void, pace?: 'live' | 'calm'): () => void
}

interface Restless {
  readonly since: number
  settles: number
  stopQuiet: () => void
}

/** Keeps versions by itself from `start` on. */
export class Keeper {
  readonly #context: DocumentContext
  readonly #settling: Settling
  readonly #clock: Clock
  readonly #restless = new Map<DocumentId, Restless>()
  /** What is not in the database yet: which documents changed, and by whom. */
  readonly #unnoted = new Map<DocumentId, Set<string>>()
  readonly #due = new Map<DocumentId, VersionReason>()
  readonly #runner: Runner
  readonly #drift: number
  #isSweepDue = false
  #stops: (() => void)[] = []

  constructor(context: DocumentContext, settling: Settling, clock: Clock) {
    this.#context = context
    this.#settling = settling
    this.#clock = clock
    this.#drift = clock.now() - clock.elapsed()
    this.#runner = keepTrying(context.log, 'versions', () => this.#work())
  }

  /** Takes up what is owed from before, and follows every document from now on. */
  async start(): Promise<void> {
    for (const { documentId, changedAt, wrappedAt } of await findOwed(this.#context.db.read)) {
      if (wrappedAt !== null) this.#owe(documentId, 'wrapped')
      else if (changedAt !== null) this.#wait(documentId)
    }
    const heard = this.#settling.onSettled((settled) => this.#changed(settled), 'calm')
    const stopSweeping = every(this.#clock, SWEEP_EVERY, () => this.#sweepSoon())
    this.#stops = [heard, stopSweeping]
    this.#sweepSoon()
  }

  /** Makes the version that a wrap is owed; the debt is in the database already. */
  wrapped(documentId: DocumentId): void {
    this.#owe(documentId, 'wrapped')
  }

  /** Resolves when nothing is being done. */
  settled(): Promise<void> {
    return this.#runner.settled()
  }

  /** Makes no further version. What is owed stays written down. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop()
    for (const { stopQuiet } of this.#restless.values()) stopQuiet()
    this.#restless.clear()
    if (this.#unnoted.size > 0) await this.#noteAll()
    await this.#runner.stop()
  }

  #changed({ documentId: id, writers = new Set() }: Settled): void {
    const documentId = id as DocumentId
    const restless = this.#wait(documentId)
    restless.settles += 1
    this.#unnoted.set(documentId, new Set([...(this.#unnoted.get(documentId) ?? []), ...writers]))
    const isLong = this.#clock.elapsed() - restless.since >= BUSY_AFTER
    if (isLong && restless.settles >= BUSY_SETTLES) this.#owe(documentId, 'busy')
    else this.#runner.poke()
  }

  /** Waits for quiet, anew with every change. */
  #wait(documentId: DocumentId): Restless {
    const since = this.#clock.elapsed()
    const restless = this.#restless.get(documentId) ?? { since, settles: 0, stopQuiet: () => {} }
    restless.stopQuiet()
    restless.stopQuiet = this.#clock.after(QUIET, () => this.#owe(documentId, 'quiet'))
    this.#restless.set(documentId, restless)
    return restless
  }

  #owe(documentId: DocumentId, reason: VersionReason): void {
    this.#restless.get(documentId)?.stopQuiet()
    this.#restless.delete(documentId)
    if (this.#due.get(documentId) !== 'wrapped') this.#due.set(documentId, reason)
    this.#runner.poke()
  }

  #sweepSoon(): void {
    this.#isSweepDue = true
    this.#runner.poke()
  }

  async #work(): Promise<void> {
    await this.#noteAll()
    for (const [documentId, reason] of this.#due) {
      this.#due.delete(documentId)
      await this.#pay(documentId, reason).catch((error: unknown) => {
        if (!this.#due.has(documentId)) this.#due.set(documentId, reason)
        throw error
      })
    }
    if (this.#isSweepDue) await this.#sweep()
  }

  async #noteAll(): Promise<void> {
    for (const [documentId, writers] of this.#unnoted) {
      this.#unnoted.delete(documentId)
      await this.#note(documentId, writers).catch((error: unknown) => {
        this.#unnoted.set(documentId, new Set([...(this.#unnoted.get(documentId) ?? []), ...writers]))
        throw error
      })
    }
  }

  async #note(documentId: DocumentId, writers: ReadonlySet<string>): Promise<void> {
    const { db } = this.#context
    const watch = await findWatch(db.read, documentId)
    const isNoted = watch !== undefined && watch.changedAt !== null
    if (isNoted && writers.isSubsetOf(new Set(writersOf(watch)))) return
    await transactDerived(db, (tx) => noteChange(tx, documentId, writers, this.#clock.now()))
  }

  async #pay(documentId: DocumentId, reason: VersionReason): Promise<void> {
    const page = await findPageOfDocument(this.#context.db.read, documentId)
    if (page !== undefined) await this.#copy(page, reason)
    await transact(this.#context.db, (tx) =>
      changeWatch(tx, documentId, { changedAt: null, ...(reason === 'wrapped' && { wrappedAt: null }) }),
    )
  }

  async #copy(page: PageRow, reason: VersionReason): Promise<void> {
    const { db, documents } = this.#context
    if (reason === 'wrapped') return void (await keep(this.#context, page, { reason }))
    const authors = await documents.authors(page.documentId)
    if ([...authors.values()].every((author) => author === 'server')) return
    const copy = await copyNow(this.#context, page.documentId)
    const watch = await findWatch(db.read, page.documentId)
    if (copy === null || watch?.digest === copy.digest) return
    await keepCopy(this.#context, page, copy, { reason })
    if (this.#knowsTheTime) await thin(this.#context, page.id)
  }

  /** A clock that was set while we ran might make everything look old: then nothing is thrown away. */
  get #knowsTheTime(): boolean {
    return Math.abs(this.#clock.now() - this.#clock.elapsed() - this.#drift) < HOUR
  }

  async #sweep(): Promise<void> {
    const before = this.#clock.now() - DAY
    let last = null
    while (this.#knowsTheTime) {
      const pages = await pagesWithVersionsBefore(this.#context.db.read, before, last, SWEPT_AT_ONCE)
      for (const pageId of pages) {
        await thin(this.#context, pageId)
        // The database answers at once; everybody else is to have a turn between two pages.
        await setImmediate()
      }
      last = pages.at(-1) ?? null
      if (last === null) break
    }
    this.#isSweepDue = false
  }
}
