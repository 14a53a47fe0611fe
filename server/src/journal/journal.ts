import type { Fact, FactName, FactPayload } from '@rondo/shared/journal/facts.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Reader, Tx } from '../platform/db/database.ts'

/** Who may hear a fact. Whether somebody belongs to it is asked when it is told, not when it is written. */
export type Audience =
  | { everyone: true }
  /** Everybody who may read the circle; or those alone who belong to it. */
  | { circleId: CircleId; belonging?: true }
  | { members: MemberId[] }

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
 * of, and its hearers are poked after the commit. Numbers are given in the order of commits and without a hole that
 * anybody could see: who has read up to one has missed none below it.
 */
export interface Journal<Writing = Tx, Reading = Reader> {
  append(tx: Writing, facts: readonly NewFact[]): Promise<void>
  /** Facts with a number above `seq`, in order, at most `limit`. */
  readAfter(reader: Reading, seq: number, limit: number): Promise<Recorded[]>
  /** The number of the last committed fact; 0 for an empty journal. */
  head(reader: Reading): Promise<number>
  /** Calls `listen` after each commit that appended something. It says only that there is news. Answers how to stop. */
  onAppended(listen: () => void): () => void
}
