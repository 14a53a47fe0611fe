import { type Fact, type FactName, type FactPayload, facts } from '@rondo/shared/journal/facts.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Clock } from '../kernel/clock.ts'
import { afterCommit, type Reader, type Tx } from '../platform/db/database.ts'

/** Who may hear a fact. Whether somebody belongs to it is asked when it is told, not when it is written. */
export type Audience = { everyone: true } | { circleId: CircleId } | { members: MemberId[] }

/** A fact before it has a number. */
export type NewFact = {
  [Name in FactName]: {
    name: Name
    payload: FactPayload<Name>
    audience: Audience
    /** Who did it; null for the server itself. */
    by: MemberId | null
  }
}[FactName]

/** A fact as the journal keeps it. */
export type Recorded = Fact & { audience: Audience; by: MemberId | null }

/**
 * The numbered log of everything that happened. A fact is written in the transaction that changes the state it tells
 * of, and its hearers are poked after the commit.
 */
export interface Journal {
  append(tx: Tx, facts: readonly NewFact[]): Promise<void>
  /** Facts with a number above `seq`, in order, at most `limit`. */
  readAfter(reader: Reader, seq: number, limit: number): Promise<Recorded[]>
  /** The number of the last committed fact; 0 for an empty journal. */
  head(reader: Reader): Promise<number>
  /** Calls `listen` after each commit that appended something. It says only that there is news. Answers how to stop. */
  onAppended(listen: () => void): () => void
}

export const createJournal = (clock: Clock): Journal => {
  const listeners = new Set<() => void>()
  const poke = () => {
    for (const listen of listeners) listen()
  }
  return {
    append: async (tx, news) => {
      if (news.length === 0) return
      const at = clock.now()
      await tx
        .insertInto('journal')
        .values(news.map((fact) => row(fact, at)))
        .execute()
      afterCommit(tx, poke)
    },
    readAfter,
    head: async (reader) => {
      const last = await reader
        .selectFrom('journal')
        .select('seq')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return last?.seq ?? 0
    },
    onAppended: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
  }
}

const row = ({ name, payload, audience, by }: NewFact, at: number) => ({
  at,
  name,
  payload: JSON.stringify(facts[name].parse(payload)),
  audience: JSON.stringify(audience),
  by,
})

const readAfter = async (reader: Reader, seq: number, limit: number): Promise<Recorded[]> => {
  const rows = await reader
    .selectFrom('journal')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(
    (row) =>
      ({
        ...row,
        payload: JSON.parse(row.payload),
        audience: JSON.parse(row.audience),
      }) as unknown as Recorded,
  )
}
