import type { Actor } from '@rondo/shared/account/model.ts'
import type { Result } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Files } from '../platform/files/files.ts'
import type { Quota } from '../platform/files/quota.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { MediaKind } from './sniff.ts'
import type { FileRow } from './store.ts'

/** What a room does with the uploads that it asked for. Media is a lower room and knows none of them. */
export interface Receiver {
  readonly kinds: readonly MediaKind[]
  /** Whether what was begun may still be brought to its end. */
  mayGoOn(reader: Reader, actor: Actor, file: FileRow): Promise<Result<unknown>>
  /** The last byte is on the disk; in the transaction that makes the file whole. */
  received(tx: Tx, file: FileRow): Promise<void>
}

export type Receivers = Readonly<Record<string, Receiver>>

export interface MediaContext extends Context {
  readonly files: Files
  readonly jobs: Jobs<Tx>
  readonly quota: Quota
  /** Bytes that one upload may have. */
  readonly mostBytes: number
}
