import { Worker } from 'node:worker_threads'
import { rewriteFile } from '../../platform/db/rewrite-file.ts'
import { encodeBatch } from './batch-bytes.ts'
import type {
  Append,
  Compaction,
  DocumentLog,
  Entry,
  Erased,
  Erasure,
  Head,
  News,
  StoredDocument,
} from './document-log.ts'
import { StorageRefuses, type StorageTrouble } from './storage-refuses.ts'

/** What the thread may be asked. */
export type Question = {
  readonly id: number
  readonly question:
    | {
        readonly kind: 'create'
        readonly documentId: string
        readonly initial: Entry | null
        readonly at: number
      }
    | { readonly kind: 'exists' | 'authors'; readonly documentId: string }
    | { readonly kind: 'load'; readonly documentId: string; readonly before: number | undefined }
    | { readonly kind: 'since'; readonly documentId: string; readonly seq: number }
    /** See {@link encodeBatch}; its numbers mean nothing. */
    | { readonly kind: 'append'; readonly batch: Uint8Array<ArrayBuffer> }
    | { readonly kind: 'compact'; readonly compaction: Compaction }
    | { readonly kind: 'erase'; readonly erasure: Erasure }
    | { readonly kind: 'prune' | 'uncompacted'; readonly before: number }
    | { readonly kind: 'raiseGenerations'; readonly at: number }
    | { readonly kind: 'probe' | 'heads' | 'isUnclean' | 'cleaned' | 'close' }
}

/** What it answers; number 0 says that the file is open. */
export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number
      readonly ok: false
      readonly error: string
      readonly trouble: StorageTrouble | null
    }

const errorOf = ({ error, trouble }: Extract<Answer, { ok: false }>): Error =>
  trouble === null ? new Error(error) : new StorageRefuses(trouble, { cause: new Error(error) })

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }

/** The desk in front of the thread: numbers the questions and hands the answers out. */
class Desk {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #gone: Error | null = null
  readonly opened: Promise<void>

  constructor(file: string) {
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: { file } })
    this.opened = this.#expect(0)
    this.#worker.on('message', (answer: Answer) => this.#take(answer))
    this.#worker.on('error', (error: Error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('The document log is closed.')))
  }

  ask<T>(question: Question['question']): Promise<T> {
    if (this.#gone !== null) return Promise.reject(this.#gone)
    this.#last += 1
    const id = this.#last
    const handed = question.kind === 'append' ? [question.batch.buffer] : []
    this.#worker.postMessage({ id, question } satisfies Question, handed)
    return this.#expect(id)
  }

  #expect<T>(id: number): Promise<T> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.value as never)
    else waiting?.reject(errorOf(answer))
  }

  #fail(error: Error): void {
    this.#gone ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(this.#gone)
    this.#waiting.clear()
  }
}

const packed = (batch: readonly Append[]): Uint8Array<ArrayBuffer> =>
  encodeBatch(batch.map((append) => ({ ...append, seq: 0 })))

/** Has what was deleted overwritten. Whoever writes meanwhile waits, instead of stopping the thread that also reads. */
class Cleaner {
  readonly #file: string
  readonly #desk: Desk
  #done: Promise<unknown> = Promise.resolve()

  constructor(file: string, desk: Desk) {
    this.#file = file
    this.#desk = desk
  }

  /** Asks for something that changes the file, once nobody writes it anew. */
  async write<T>(question: Question['question']): Promise<T> {
    await this.#done
    return this.#desk.ask<T>(question)
  }

  /** Asks for something that deletes, and resolves when no byte is left of it. */
  async delete<T>(question: Question['question']): Promise<T> {
    const deleted = this.#done.then(() => this.#desk.ask<T>(question))
    const clean = deleted.then(() => this.#clean())
    this.#done = clean.catch(() => {})
    await clean
    return deleted
  }

  /** What cannot be done now, because the disk is full or somebody copies the file, is done next time. */
  async #clean(): Promise<void> {
    if (!(await this.#desk.ask<boolean>({ kind: 'isUnclean' }))) return
    await rewriteFile(this.#file)
    await this.#desk.ask({ kind: 'cleaned' })
  }
}

/**
 * Opens (or makes) the document log in a SQLite file, in a thread of its own.
 * @throws when the file cannot be opened, or SQLite would not wait for the disk.
 * @example const log = await openSqliteLog(join(dataDir, 'documents.sqlite'))
 */
export const openSqliteLog = async (file: string): Promise<DocumentLog> => {
  const desk = new Desk(file)
  await desk.opened
  const cleaner = new Cleaner(file, desk)
  let closing: Promise<void> | null = null
  return {
    create: (documentId, initial, at) => cleaner.write<boolean>({ kind: 'create', documentId, initial, at }),
    exists: (documentId) => desk.ask<boolean>({ kind: 'exists', documentId }),
    load: (documentId, before) => desk.ask<StoredDocument | null>({ kind: 'load', documentId, before }),
    since: (documentId, seq) => desk.ask<News | null>({ kind: 'since', documentId, seq }),
    append: (batch) => cleaner.write<readonly (Head | null)[]>({ kind: 'append', batch: packed(batch) }),
    compact: (compaction) => cleaner.write<boolean>({ kind: 'compact', compaction }),
    prune: (before) => cleaner.delete<void>({ kind: 'prune', before }),
    uncompacted: (before) => desk.ask<readonly string[]>({ kind: 'uncompacted', before }),
    erase: (erasure) => cleaner.delete<Erased | null>({ kind: 'erase', erasure }),
    raiseGenerations: (at) => cleaner.write<void>({ kind: 'raiseGenerations', at }),
    probe: () => cleaner.write<void>({ kind: 'probe' }),
    authors: (documentId) => desk.ask<ReadonlyMap<number, string>>({ kind: 'authors', documentId }),
    heads: () => desk.ask<readonly Head[]>({ kind: 'heads' }),
    close: () => {
      closing ??= cleaner.write<void>({ kind: 'close' })
      return closing
    },
  }
}
