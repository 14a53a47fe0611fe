import { Journal } from './journal.ts'
import type { Target } from './target.ts'
import { waitFor } from './wait-for.ts'
import { readFresh, Writer } from './writer.ts'

type Group = { readonly documentId: string; readonly journal: Journal; readonly writers: readonly Writer[] }

/** What a crowd wrote, and what it knows of it. */
export type Count = {
  readonly written: number
  readonly acknowledged: number
  /** Connections that the server refused. */
  readonly refused: number
}

/** A token is all that its paragraph says; the ids of other blocks may look like one. */
const token = /(?<=>)c\d+-\d+(?=<)/g

/** Writers on every document of a server, and what they were told. They outlive the server. */
export class Crowd {
  readonly #target: Target
  readonly #groups: readonly Group[]
  #refused = 0

  /** The server has been started once, so that its documents are known. */
  constructor(target: Target, writersPerDocument: number) {
    this.#target = target
    this.#groups = target.documents.map((documentId, d) => {
      const journal = new Journal()
      const nameOf = (w: number): string => `c${d * writersPerDocument + w}`
      const writers = Array.from({ length: writersPerDocument }, (_, w) => new Writer(nameOf(w), journal))
      return { documentId, journal, writers }
    })
  }

  get writers(): readonly Writer[] {
    return this.#groups.flatMap((group) => group.writers)
  }

  get count(): Count {
    const sum = (of: (journal: Journal) => readonly string[]): number =>
      this.#groups.reduce((all, { journal }) => all + of(journal).length, 0)
    return {
      written: sum((journal) => journal.written),
      acknowledged: sum((journal) => journal.acknowledgedTokens),
      refused: this.#refused,
    }
  }

  /** Connects everybody, and answers how many could not come in. */
  async connect(isPatient = false): Promise<number> {
    const { origin } = this.#target
    const outcomes = await Promise.allSettled(
      this.#groups.flatMap(({ documentId, writers }) =>
        writers.map((writer, i) =>
          writer.connect({ origin, documentId, cookie: this.#target.cookieOf(i) }, isPatient),
        ),
      ),
    )
    const refused = outcomes.filter(({ status }) => status === 'rejected').length
    this.#refused += refused
    return refused
  }

  typeEvery(ms: number): void {
    for (const writer of this.writers) writer.typeEvery(ms)
  }

  rest(): void {
    for (const writer of this.writers) writer.rest()
  }

  disconnect(): void {
    for (const writer of this.writers) writer.disconnect()
  }

  /** How many acknowledged tokens somebody who comes now does not find. */
  async lost(): Promise<number> {
    const at = Date.now()
    const texts = await this.#readAll()
    return this.missingFrom(
      new Map(this.#groups.map(({ documentId }, i) => [documentId, texts[i] ?? ''])),
      at,
    )
  }

  /** How long what was written since then had to wait for its acknowledgement, in milliseconds. */
  waitsSince(at: number): readonly number[] {
    return this.#groups.flatMap(({ journal }) => journal.waitsSince(at))
  }

  /** How many of the tokens that were acknowledged until then are not in the documents. */
  missingFrom(texts: ReadonlyMap<string, string>, at?: number): number {
    return this.#groups.reduce(
      (sum, { documentId, journal }) => sum + journal.missingFrom(texts.get(documentId) ?? '', at).length,
      0,
    )
  }

  /** Whether everybody gets an answer to all they wrote, and all have the same text with every token in it once. */
  async converges(): Promise<boolean> {
    const isSame = ({ writers }: Group): boolean => new Set(writers.map(({ text }) => text)).size === 1
    const isQuiet = (): boolean =>
      this.writers.every(({ isDone }) => isDone) && this.#groups.every((group) => isSame(group))
    try {
      await waitFor(isQuiet, 'It does not fall quiet.')
    } catch {
      return false
    }
    const texts = await this.#readAll()
    return this.#groups.every(({ journal, writers }, i) => {
      const found = texts[i]?.match(token) ?? []
      const isEachOnce = found.length === new Set(found).size && journal.written.length === found.length
      return isEachOnce && writers[0]?.text === texts[i]
    })
  }

  #readAll(): Promise<string[]> {
    const { origin } = this.#target
    const cookie = this.#target.cookieOf(0)
    return Promise.all(this.#groups.map(({ documentId }) => readFresh({ origin, documentId, cookie })))
  }
}
