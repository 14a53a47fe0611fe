import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Generated } from 'kysely'

export interface JournalTables {
  /** Facts in the order of their commits. Append-only. */
  journal: {
    seq: Generated<number>
    at: Instant
    name: string
    /** JSON */
    payload: string
    /** JSON */
    audience: string
    by: MemberId | null
  }
}
