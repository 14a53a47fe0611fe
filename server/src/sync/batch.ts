import type { Entry } from './log/document-log.ts'
import type { Member } from './member.ts'

/** Something that waits until a batch is durable. */
export type Held = { readonly done: () => void; readonly failed: (error: unknown) => void }

/** The edits of one room that share a commit, and everybody who waits for it. */
export class Batch {
  readonly entries: Entry[] = []
  /** Who wrote; null is the server. */
  readonly origins = new Set<Member | null>()
  /** For each writer the last of its frames that this commit covers. */
  readonly acknowledgements = new Map<Member, number>()
  /** What it touches: see {@link touchedBy}. */
  readonly touched = new Set<string>()
  /** The accounts that wrote; also who only deleted, which no document tells. */
  readonly writers = new Set<string>()
  /** What the room knew of its log when the first of these came. */
  readonly base: number
  readonly #held: Held[] = []

  constructor(base: number) {
    this.base = base
  }

  get isEmpty(): boolean {
    return this.entries.length === 0
  }

  add(entry: Entry, origin: Member | null, touched: readonly string[]): void {
    this.entries.push(entry)
    this.origins.add(origin)
    this.writers.add(entry.accountId)
    for (const name of touched) this.touched.add(name)
  }

  acknowledge(member: Member, count: number): void {
    this.acknowledgements.set(member, count)
  }

  hold(held: Held): void {
    this.#held.push(held)
  }

  /** It is durable: whoever waited for that goes on. */
  complete(): void {
    for (const { done } of this.#held) done()
  }

  /** It will not be durable. */
  abandon(error: unknown): void {
    for (const { failed } of this.#held) failed(error)
  }
}
