import type { NotifyContext } from '../notify/index.ts'
import type { DocumentContext } from '../page/index.ts'

/** What rituals need: documents to draft in, jobs, and a way to tell people. */
export type RitualContext = DocumentContext & NotifyContext
