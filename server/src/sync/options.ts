import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Doc } from 'yjs'
import type { FanOut } from '../platform/pubsub/fan-out.ts'
import type { Access, Account } from './access.ts'
import type { Clock } from './clock.ts'
import type { DocumentLog } from './log/document-log.ts'
import type { Shrink } from './shrink.ts'

/** Structured lines without content; pino fits. */
export type SyncLogger = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A deliberate defect, for proving that a test can fail. Never set it in a product. */
export type SyncFault = 'ack-before-commit' | 'ack-when-refused' | 'hints-only' | 'unload-unsaved'

/** Looks at an update before it is applied; a text refuses it. The document must not be changed. */
export type Validate = (doc: Doc, update: Uint8Array, account: Account) => string | null

/** Versions of the document's schema that clients may have. */
export type Schemas = {
  /** From here on a client may write: an older one deletes what it does not know, merely by opening it. */
  readonly min: number
  readonly max: number
  /** From here on a client may read. */
  readonly minRead: number
}

/** What the document server is built from. */
export type SyncOptions = {
  readonly access: Access
  readonly log: DocumentLog
  /** Exact origins (scheme, host, port) from which browsers may connect. */
  readonly allowedOrigins: readonly string[]
  /** Peers and ranges of peers whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[]
  readonly clock?: Clock
  readonly logger?: SyncLogger
  readonly limits?: Partial<WireLimits>
  readonly schema?: Schemas
  /** Computes compacted states; a thread of its own unless told otherwise. */
  readonly shrink?: Shrink
  readonly validate?: Validate
  /** The line to other servers on the same log. Without one this server is alone, and looks for nobody. */
  readonly fanOut?: FanOut
  readonly fault?: SyncFault
}
