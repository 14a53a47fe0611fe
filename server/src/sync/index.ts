export type { Access, AccessAnswer, Account, OpenSocket } from './access.ts'
export type { DocumentLog, Head } from './log/document-log.ts'
export type { Settled, Sync, SyncFault, SyncLogger, SyncOptions } from './sync.ts'
