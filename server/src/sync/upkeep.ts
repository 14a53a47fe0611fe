import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'
import type { Compactor } from './compaction.ts'
import type { Room } from './room.ts'

/** What looking after a room needs. */
export type UpkeepContext = {
  readonly clock: Clock
  readonly limits: WireLimits
  readonly compactor: Compactor
}

const afterFailureMs = 600_000

/** Looks after an open room: has its log compacted, and lets go of what only writing needs. */
export class Upkeep {
  readonly #room: Room
  readonly #context: UpkeepContext
  /** Where the log stood when last looked at, and since when. */
  #quiet: { readonly seq: number; readonly since: number }
  #notBefore = 0

  constructor(room: Room, context: UpkeepContext) {
    this.#room = room
    this.#context = context
    this.#quiet = { seq: room.seq, since: context.clock.elapsed() }
  }

  /** To be called now and then. */
  look(): void {
    const { clock, limits } = this.#context
    const now = clock.elapsed()
    if (this.#quiet.seq !== this.#room.seq) this.#quiet = { seq: this.#room.seq, since: now }
    const quietMs = now - this.#quiet.since
    if (quietMs >= limits.coolMs) this.#room.cool()
    if (quietMs >= limits.compactQuietMs && this.#room.rows > 0) this.compact()
    else this.compactIfLong()
  }

  compactIfLong(): void {
    const { compactRows, compactBytes } = this.#context.limits
    if (this.#room.rows > compactRows || this.#room.bytes > compactBytes) this.compact()
  }

  /** Unless it is under way, or was a moment ago. One that fails costs time at the next opening and nothing else. */
  compact(): void {
    if (this.#context.clock.elapsed() < this.#notBefore) return
    this.#notBefore = Number.POSITIVE_INFINITY
    void this.#compact()
  }

  async #compact(): Promise<void> {
    const { clock, limits, compactor } = this.#context
    const { bytes } = this.#room
    const seq = await compactor.compact(this.#room.documentId)
    if (seq !== null) this.#room.compacted(seq, bytes)
    this.#notBefore = clock.elapsed() + (seq === null ? afterFailureMs : limits.compactEveryMs)
  }
}
