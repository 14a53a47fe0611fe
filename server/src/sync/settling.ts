/**
 * Tells of documents that changed, once that is worth a look.
 *
 * Looking costs far more than a keystroke, and a document that is typed into changes all the time. Listeners choose a
 * pace: `live` is told after a little quiet, or now and then under steady typing; `calm` waits for a real pause.
 * One timer serves all documents: a commit only notes the time.
 */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'
import type { Head } from './log/document-log.ts'
import type { SyncLogger } from './options.ts'
import type { Written } from './room.ts'

/** How soon a listener wants to know. */
export type Pace = 'live' | 'calm'
/** Where a document stands; what was touched ({@link touchedBy}), and by which accounts, since this pace was last told. */
export type Settled = Head & Written
type Listener = (settled: Settled) => void | Promise<void>
type Waiting = { readonly since: number; readonly touched: Set<string>; readonly writers: Set<string> }
type Restless = { seq: number; last: number; readonly waiting: Map<Pace, Waiting> }

const paces: readonly Pace[] = ['live', 'calm']

/** How often it is looked whether something settled. */
const stepMs = 50

/** Knows which documents changed since each pace was told. */
export class Settling {
  readonly #clock: Clock
  readonly #limits: WireLimits
  readonly #logger: SyncLogger
  readonly #restless = new Map<string, Restless>()
  readonly #listeners = new Map<Listener, Pace>()
  #isStepping = false

  constructor(clock: Clock, limits: WireLimits, logger: SyncLogger) {
    this.#clock = clock
    this.#limits = limits
    this.#logger = logger
  }

  listen(listener: Listener, pace: Pace = 'live'): () => void {
    this.#listeners.set(listener, pace)
    return () => this.#listeners.delete(listener)
  }

  /** A document was committed up to `seq`. */
  note(documentId: string, seq: number, { touched, writers }: Written): void {
    const now = this.#clock.elapsed()
    const restless = this.#restless.get(documentId) ?? { seq, last: now, waiting: new Map<Pace, Waiting>() }
    restless.seq = seq
    restless.last = now
    for (const pace of paces) {
      const waiting = restless.waiting.get(pace) ?? { since: now, touched: new Set(), writers: new Set() }
      for (const name of touched) waiting.touched.add(name)
      for (const writer of writers) waiting.writers.add(writer)
      restless.waiting.set(pace, waiting)
    }
    this.#restless.set(documentId, restless)
    this.#keepStepping()
  }

  /** Tells of everything that has not been told, and waits until it was heard. */
  async flush(): Promise<void> {
    const told = [...this.#restless].flatMap(([documentId, { seq, waiting }]) =>
      [...waiting].map(([pace, { touched, writers }]) =>
        this.#tell(pace, { documentId, seq, touched, writers }),
      ),
    )
    this.#restless.clear()
    await Promise.all(told)
  }

  #keepStepping(): void {
    if (this.#isStepping) return
    this.#isStepping = true
    this.#clock.after(stepMs, () => {
      this.#isStepping = false
      this.#step()
      if (this.#restless.size > 0) this.#keepStepping()
    })
  }

  #step(): void {
    const now = this.#clock.elapsed()
    for (const [documentId, restless] of this.#restless) {
      for (const [pace, { since, touched, writers }] of restless.waiting) {
        if (!this.#isDue(pace, now - restless.last, now - since)) continue
        restless.waiting.delete(pace)
        void this.#tell(pace, { documentId, seq: restless.seq, touched, writers })
      }
      if (restless.waiting.size === 0) this.#restless.delete(documentId)
    }
  }

  #isDue(pace: Pace, quiet: number, age: number): boolean {
    const { settleMs, settleAtMostMs, calmMs, calmAtMostMs } = this.#limits
    return pace === 'live'
      ? quiet >= settleMs || age >= settleAtMostMs
      : quiet >= calmMs || age >= calmAtMostMs
  }

  async #tell(pace: Pace, settled: Settled): Promise<void> {
    const chosen = [...this.#listeners].filter(([, wanted]) => wanted === pace)
    await Promise.all(chosen.map(([listener]) => this.#call(listener, settled)))
  }

  async #call(listener: Listener, settled: Settled): Promise<void> {
    try {
      await listener(settled)
    } catch (error) {
      const { documentId, seq } = settled
      this.#logger.error({ documentId, seq, err: error }, 'A listener failed on a settled document.')
    }
  }
}
