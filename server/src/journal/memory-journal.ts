import { facts } from '@rondo/shared/journal/facts.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Journal, NewFact, Recorded } from './journal.ts'
import { Listeners } from './listeners.ts'

/** What a transaction in memory gathers until its commit. */
export interface Gathering {
  readonly facts: NewFact[]
}

/** A journal that lives as long as the process: for tests, and the reference for the others. */
export interface MemoryJournal {
  readonly journal: Journal<Gathering, null>
  /** Commits what `work` gathered, unless it throws. */
  transact<T>(work: (tx: Gathering) => Promise<T>): Promise<T>
}

const parsed = (fact: NewFact): NewFact =>
  ({ ...fact, payload: facts[fact.name].parse(fact.payload) }) as NewFact

export const createMemoryJournal = (clock: Clock): MemoryJournal => {
  const listeners = new Listeners()
  const recorded: Recorded[] = []
  return {
    journal: {
      append: async (tx, news) => {
        tx.facts.push(...news.map(parsed))
      },
      readAfter: async (_, seq, limit) => recorded.slice(seq, seq + limit),
      head: async () => recorded.length,
      onAppended: listeners.add,
    },
    transact: async (work) => {
      const tx: Gathering = { facts: [] }
      const value = await work(tx)
      const at = clock.now()
      for (const fact of tx.facts) recorded.push({ ...fact, seq: recorded.length + 1, at })
      if (tx.facts.length > 0) listeners.poke()
      return value
    },
  }
}
