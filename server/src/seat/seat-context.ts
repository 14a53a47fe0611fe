import type { NotifyContext } from '../notify/index.ts'
import type { DocumentContext } from '../page/index.ts'

/** What asynchronous seats need: the page of the meeting, jobs, and a way to tell people. */
export type SeatContext = DocumentContext & NotifyContext
