import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Post } from './post.ts'

/** What telling people needs. */
export interface NotifyContext extends Context {
  readonly jobs: Jobs<Tx>
  /** How mails leave; null where none do. */
  readonly post: Post | null
  readonly publicUrl: string
}
