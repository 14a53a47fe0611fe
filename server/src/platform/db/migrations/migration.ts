import type { Tx } from '../database.ts'

/** One step of the database's form, forward only. It runs once, in a transaction, and is never edited afterwards. */
export interface Migration {
  /** The number and name of its file, e.g. '0001-journal'. */
  readonly name: string
  readonly up: (tx: Tx) => Promise<void>
}
