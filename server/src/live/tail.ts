import type { Context } from '../journal/context.ts'
import type { Recorded } from '../journal/journal.ts'
import { keepTrying, type Runner } from '../projection/keep-trying.ts'

const BATCH = 200

interface Hearer {
  offer: (fact: Recorded) => void
}

/** Reads each new fact once and offers it to everybody who streams. */
export class Tail {
  readonly #hearers = new Set<Hearer>()
  readonly #runner: Runner
  readonly #stopListening: () => void
  #told: number

  constructor(context: Context, head: number) {
    this.#told = head
    this.#runner = keepTrying(context.log, 'live', async () => {
      for (let news = await this.#read(context); news.length > 0; news = await this.#read(context))
        for (const fact of news) this.#tell(fact)
    })
    this.#stopListening = context.journal.onAppended(this.#runner.poke)
    this.#runner.poke()
  }

  /** The number of the last fact that was offered. */
  get told(): number {
    return this.#told
  }

  join(hearer: Hearer): void {
    this.#hearers.add(hearer)
  }

  leave(hearer: Hearer): void {
    this.#hearers.delete(hearer)
  }

  async stop(): Promise<void> {
    this.#stopListening()
    await this.#runner.stop()
  }

  #read({ journal, db }: Context): Promise<Recorded[]> {
    return journal.readAfter(db.read, this.#told, BATCH)
  }

  #tell(fact: Recorded): void {
    this.#told = fact.seq
    for (const hearer of this.#hearers) hearer.offer(fact)
  }
}
