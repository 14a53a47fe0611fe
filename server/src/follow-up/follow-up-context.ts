import type { NotifyContext } from '../notify/index.ts'
import type { DocumentContext } from '../page/index.ts'

/** What becomes of captures is written in threads, pages and notifications. */
export type FollowUpContext = DocumentContext & NotifyContext
