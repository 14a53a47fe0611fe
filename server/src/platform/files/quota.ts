import type { Reader } from '../db/database.ts'

/** How much the files of a workspace may take together, in bytes, whichever room keeps them. */
export interface Quota {
  readonly together: number
  /** What they take now; for what is arriving, what was announced. */
  taken(reader: Reader): Promise<number>
}
