import type { Numbered } from '../batch-bytes.ts'
import type { Append, Entry } from '../document-log.ts'

/** An entry with its number, and the generation it was written in. */
export type NumberedEntry = { readonly seq: number; readonly generation: number; readonly entry: Entry }

type Waiting = { readonly append: Append; readonly entries: NumberedEntry[] }

/** Entries on their way from a file to the log behind, by document and generation. */
export class Underway {
  readonly #waiting = new Map<string, Waiting>()
  /** How many bytes they took in the file, and how many batches they were. */
  bytes = 0
  batches = 0

  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** All of them as one batch, a generation of a document once. */
  get batch(): readonly Append[] {
    return [...this.#waiting.values()].map(({ append, entries }) => ({
      ...append,
      entries: entries.map(({ entry }) => entry),
    }))
  }

  of(documentId: string): readonly NumberedEntry[] {
    return [...this.#waiting.values()]
      .filter(({ append }) => append.documentId === documentId)
      .flatMap(({ entries }) => entries)
  }

  add(batch: readonly Numbered[], bytes: number): void {
    this.bytes += bytes
    this.batches += 1
    for (const { seq, entries, ...about } of batch) {
      const key = `${about.documentId} ${about.generation}`
      const waiting = this.#waiting.get(key) ?? { append: { ...about, entries }, entries: [] }
      const { generation } = about
      waiting.entries.push(...entries.map((entry, i) => ({ seq: seq + i, generation, entry })))
      this.#waiting.set(key, waiting)
    }
  }
}
