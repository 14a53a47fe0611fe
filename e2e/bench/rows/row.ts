import type { Figure, Readings } from '../figures/figure.ts'
import type { Server } from '../servers/server.ts'

/** How long and how large; the quick form shows that everything works, and little more. */
export interface Scale {
  runs: number
  seconds: number
  isQuick: boolean
}

/** One piece of work that all servers are given in turns. */
export interface Row {
  /** What `--only` calls it; several rows may share a name. */
  name: string
  title: string
  figures: readonly Figure[]
  /** How many documents it opens. */
  documents: number
  /** Makes no sense for a server that keeps nothing. */
  needsKeeping: boolean
  /** Fewer rounds than were asked for, where it is the same each time. */
  rounds?: number
  /** Once for each server, before the rounds. `first` is the number of the first of its documents. */
  prepare?(server: Server, first: number): Promise<void>
  measure(server: Server, first: number, round: number, note: (text: string) => void): Promise<Readings>
}
