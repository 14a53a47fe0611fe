import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Doc } from 'yjs'
import type { Access, Account } from './access.ts'
import type { Clock } from './clock.ts'
import type { DocumentLog } from './log/document-log.ts'

/** Structured lines without content; pino fits. */
export type SyncLogger = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A deliberate defect, for proving that a test can fail. Never set it in a product. */
export type SyncFault = 'ack-before-commit' | 'ack-when-refused'

/** Looks at an update before it is applied; a text refuses it. The document must not be changed. */
export type Validate = (doc: Doc, update: Uint8Array, account: Account) => string | null

/** What the document server is built from. */
export type SyncOptions = {
  readonly access: Access
  readonly log: DocumentLog
  /** Exact origins (scheme, host, port) from which browsers may connect. */
  readonly allowedOrigins: readonly string[]
  readonly clock?: Clock
  readonly logger?: SyncLogger
  readonly limits?: Partial<WireLimits>
  /** Document schemas that may write here. */
  readonly schema?: { readonly min: number; readonly max: number }
  readonly validate?: Validate
  readonly fault?: SyncFault
}
