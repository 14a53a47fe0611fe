/**
 * A quick way into a slow log: a batch is written to a file, in one call that returns when the disk has it, and reaches
 * the log behind a second later together with everything else of that second.
 *
 * A database spends more on a commit than on what is committed: pages, indexes, a thread to talk to. Most edits are a
 * few bytes, and what others wait for is only that they are safe.
 *
 * 1. What `append` answered is in a file or in the log behind, at every instant.
 * 2. There are two files. One is written; what the other holds is on its way to the log behind, or is there already.
 *    Only then is it written again, from its beginning.
 * 3. Reading sees both: what is still under way is laid over what the log behind has.
 * 4. At opening, whatever the files hold beyond the log behind goes there first. Doing that twice changes nothing: every
 *    entry has its number.
 * 5. While the log behind takes nothing, neither does this one: the files must not grow without end.
 */

import { failpoint } from '../../failpoint.ts'
import type { Numbered } from '../batch-bytes.ts'
import type { Append, DocumentLog, Erased, Erasure, Head, StoredDocument } from '../document-log.ts'
import type { LogFile } from './log-file.ts'
import { decodeRecords, encodeRecord } from './record.ts'
import { type NumberedEntry, Underway } from './underway.ts'

/** What can be set. */
export type WriteAheadOptions = {
  /** How long entries stay in the files at most, in milliseconds, and how many bytes of them. */
  readonly transferMs?: number
  readonly transferBytes?: number
}

type Standing = { readonly seq: number; readonly generation: number }
type Files = readonly [LogFile, LogFile]
type Side = { readonly file: LogFile; round: number; end: number }

/** Documents whose standing is remembered; it is looked up again when forgotten. */
const rememberedDocuments = 20_000

/** The log with the files in front. */
class WriteAhead {
  readonly #behind: DocumentLog
  readonly #transferMs: number
  readonly #transferBytes: number
  readonly #standing = new Map<string, Standing>()
  /** Documents that are being erased: nothing more is taken for them. */
  readonly #barred = new Set<string>()
  #writing: Side
  #other: Side
  #fresh = new Underway()
  #moving = new Underway()
  /** Batches written, and of these how many the log behind has. */
  #written = 0
  #moved = 0
  #turn: Promise<unknown> = Promise.resolve()
  #transfer: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null
  #trouble: unknown = null

  constructor(behind: DocumentLog, [first, second]: Files, round: number, options: WriteAheadOptions) {
    this.#behind = behind
    this.#transferMs = options.transferMs ?? 1_000
    this.#transferBytes = options.transferBytes ?? 4 * 1024 * 1024
    this.#writing = { file: first, round: round + 1, end: 0 }
    this.#other = { file: second, round, end: 0 }
  }

  append(batch: readonly Append[]): Promise<readonly (Head | null)[]> {
    return this.#inTurn(async () => {
      if (this.#trouble !== null) throw this.#trouble
      for (const { documentId } of batch) await this.#lookUp(documentId)
      const { numbered, heads, standings } = this.#number(batch)
      if (numbered.length > 0) await this.#write(numbered)
      for (const [documentId, standing] of standings) this.#remember(documentId, standing)
      return heads
    })
  }

  async load(documentId: string, before?: number): Promise<StoredDocument | null> {
    // Taken first: what reaches the log behind while that is read would else be in neither.
    const underway = this.#underwayOf(documentId)
    const stored = await this.#behind.load(documentId, before)
    if (stored === null) return null
    const { generation } = stored
    const later = underway.filter((one) => one.generation === generation && one.seq > stored.seq)
    const seq = later.at(-1)?.seq ?? stored.seq
    const known = this.#standing.get(documentId)
    if (known === undefined || known.generation < generation || known.seq < seq)
      this.#remember(documentId, { seq, generation })
    if (later.length === 0) return stored
    const authors = new Map(stored.authors)
    for (const { entry } of later)
      for (const client of entry.newClients) if (!authors.has(client)) authors.set(client, entry.accountId)
    return { ...stored, seq, authors, tail: [...stored.tail, ...later.map(({ entry }) => entry.update)] }
  }

  async authors(documentId: string): Promise<ReadonlyMap<number, string>> {
    if (this.#underwayOf(documentId).length > 0) await this.flush()
    return this.#behind.authors(documentId)
  }

  async erase(erasure: Erasure): Promise<Erased | null> {
    const { documentId } = erasure
    this.#barred.add(documentId)
    try {
      await this.flush()
      const erased = await this.#behind.erase(erasure)
      if (erased !== null) await this.scrub()
      return erased
    } finally {
      this.#standing.delete(documentId)
      this.#barred.delete(documentId)
    }
  }

  async raiseGenerations(at: number): Promise<void> {
    await this.flush()
    await this.#behind.raiseGenerations(at)
    this.#standing.clear()
  }

  /** Brings everything that was written until now into the log behind. @throws when that takes nothing */
  async flush(): Promise<void> {
    const goal = this.#written
    while (this.#moved < goal) await (this.#transfer ?? this.#alone(() => this.#move()))
  }

  /** Leaves nothing in the files of what was written until now. */
  async scrub(): Promise<void> {
    await this.#alone(async () => {
      for (let side = 0; side < 2; side += 1) {
        await this.#move()
        await this.#other.file.wipe()
      }
    })
  }

  /** Tries again what was refused, and writes a batch of nothing. */
  async probe(): Promise<void> {
    await this.flush()
    await this.#inTurn(() => this.#write([]))
  }

  /** What the log behind does not take now stays in the files until the next opening. */
  async close(): Promise<void> {
    await this.scrub().catch(() => {})
    if (this.#timer !== null) clearTimeout(this.#timer)
    await Promise.all([this.#writing.file.close(), this.#other.file.close()])
  }

  #number(batch: readonly Append[]) {
    const standings = new Map<string, Standing>()
    const numbered: Numbered[] = []
    const heads = batch.map((append): Head | null => {
      const { documentId, generation, entries } = append
      const standing = standings.get(documentId) ?? this.#standing.get(documentId)
      if (standing?.generation !== generation || this.#barred.has(documentId)) return null
      const seq = standing.seq + entries.length
      numbered.push({ ...append, seq: standing.seq + 1 })
      standings.set(documentId, { seq, generation })
      return { documentId, seq }
    })
    return { numbered, heads, standings }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }

  async #write(batch: readonly Numbered[]): Promise<void> {
    const side = this.#writing
    const record = encodeRecord(side.round, batch)
    // A record that failed is overwritten by the next: nobody was told of it.
    await side.file.write(record, side.end)
    failpoint('ahead-written')
    side.end += record.length
    this.#fresh.add(batch, record.length)
    this.#written += 1
    this.#transferSoon(this.#fresh.bytes > this.#transferBytes ? 0 : this.#transferMs)
  }

  async #lookUp(documentId: string): Promise<void> {
    if (this.#standing.has(documentId)) return
    if ((await this.load(documentId)) === null) throw new Error('No such document in the log.')
  }

  #remember(documentId: string, standing: Standing): void {
    this.#standing.delete(documentId)
    this.#standing.set(documentId, standing)
    const [oldest] = this.#standing.size > rememberedDocuments ? this.#standing.keys() : []
    if (oldest !== undefined) this.#standing.delete(oldest)
  }

  #underwayOf(documentId: string): readonly NumberedEntry[] {
    return [...this.#moving.of(documentId), ...this.#fresh.of(documentId)]
  }

  #transferSoon(ms: number): void {
    if (this.#timer !== null || this.#transfer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      // Whoever writes next is told why it failed, and it is tried again.
      this.flush().catch(() => {})
    }, ms)
    this.#timer.unref()
  }

  /** Does something that nothing else of its kind may run beside. */
  async #alone(work: () => Promise<void>): Promise<void> {
    while (this.#transfer !== null) await this.#transfer.catch(() => {})
    this.#transfer = work().finally(() => {
      this.#transfer = null
      if (this.#moved < this.#written) this.#transferSoon(this.#transferMs)
    })
    await this.#transfer
  }

  async #move(): Promise<void> {
    // What could not be passed on the last time goes first: its file is still needed.
    if (!this.#moving.isEmpty) await this.#passOn()
    await this.#inTurn(async () => this.#swap())
    await this.#passOn()
  }

  async #passOn(): Promise<void> {
    try {
      if (!this.#moving.isEmpty) await this.#behind.append(this.#moving.batch)
      failpoint('transferred')
      this.#moved += this.#moving.batches
      this.#moving = new Underway()
      this.#trouble = null
    } catch (error) {
      this.#trouble = error
      throw error
    }
  }

  /** From now on the other file is written, from its beginning: the log behind has all that it held. */
  #swap(): void {
    const { round } = this.#writing
    const next = this.#other
    this.#other = this.#writing
    this.#writing = { file: next.file, round: round + 1, end: 0 }
    this.#moving = this.#fresh
    this.#fresh = new Underway()
  }
}

/** Brings into a log what its files hold beyond it. Answers the last round in use. */
const recover = async (behind: DocumentLog, files: Files): Promise<number> => {
  const read = await Promise.all(files.map(async (file) => decodeRecords(await file.read())))
  const rounds = read.toSorted((a, b) => a.round - b.round)
  const seqs = new Map((await behind.heads()).map(({ documentId, seq }) => [documentId, seq]))
  const missing = new Underway()
  for (const numbered of rounds.flatMap(({ batches }) => batches.flat())) {
    const seq = seqs.get(numbered.documentId)
    if (seq === undefined) continue
    const skipped = Math.max(0, seq + 1 - numbered.seq)
    const entries = numbered.entries.slice(skipped)
    if (entries.length === 0) continue
    if (numbered.seq > seq + 1)
      throw new Error(`The log of ${numbered.documentId} misses entries before ${numbered.seq}.`)
    missing.add([{ ...numbered, seq: seq + 1, entries }], 0)
    seqs.set(numbered.documentId, seq + entries.length)
  }
  if (!missing.isEmpty) await behind.append(missing.batch)
  return rounds.at(-1)?.round ?? 0
}

/**
 * Puts two files in front of a log.
 * @throws when what the files hold cannot be brought into the log
 * @example const log = await writeAhead(await openSqliteLog(file), [await openLogFile(a), await openLogFile(b)])
 */
export const writeAhead = async (
  behind: DocumentLog,
  files: Files,
  options: WriteAheadOptions = {},
): Promise<DocumentLog> => {
  const round = await recover(behind, files)
  await Promise.all(files.map((file) => file.wipe()))
  const front = new WriteAhead(behind, files, round, options)
  let closing: Promise<void> | null = null
  return {
    ...behind,
    load: (documentId, before) => front.load(documentId, before),
    since: async (documentId, seq) => {
      await front.flush()
      return behind.since(documentId, seq)
    },
    append: (batch) => front.append(batch),
    authors: (documentId) => front.authors(documentId),
    erase: (erasure) => front.erase(erasure),
    raiseGenerations: (at) => front.raiseGenerations(at),
    heads: async () => {
      await front.flush()
      return behind.heads()
    },
    compact: async (compaction) => {
      await front.flush()
      return behind.compact(compaction)
    },
    prune: async (before) => {
      await behind.prune(before)
      await front.scrub()
    },
    uncompacted: async (before) => {
      await front.flush()
      return behind.uncompacted(before)
    },
    probe: async () => {
      await front.probe()
      await behind.probe()
    },
    close: () => {
      closing ??= front.close().finally(() => behind.close())
      return closing
    },
  }
}
