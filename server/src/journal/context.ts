import type { Clock } from '../kernel/clock.ts'
import type { Ids } from '../kernel/ids.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Db } from '../platform/db/database.ts'
import type { Journal } from './journal.ts'

/** What every command and query of every feature is handed. */
export interface Context {
  readonly db: Db
  readonly journal: Journal
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
}
