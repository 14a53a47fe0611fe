import type { ServerName } from '../servers/server.ts'

/** What one figure was in each round, for each server; rounds stand at the same index everywhere. */
export type Rounds = ReadonlyMap<ServerName, readonly number[]>

export interface Verdict {
  isMet: boolean
  /** What was reached beside what was wanted. */
  text: string
}

/** Judges a figure, or says nothing when those to compare with were left out. */
export type Goal = (rounds: Rounds) => Verdict | undefined

/** One number that a measurement gives. */
export interface Figure {
  key: string
  title: string
  goal?: Goal
}

/** The numbers of one measurement, by the keys of their figures. */
export type Readings = Readonly<Record<string, number>>
