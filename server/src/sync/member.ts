import type { CloseCode } from '@rondo/shared/wire/close-code.ts'
import type { Account } from './access.ts'
import type { Outbox } from './outbox.ts'

/** Somebody in a room, through one socket. */
export type Member = {
  readonly account: Account
  readonly outbox: Outbox
  /** Its first `count` write frames are on disk. */
  acknowledge(count: number, seq: number): void
  /** What it wrote and was not acknowledged could not be stored, and is gone from the room. */
  withdraw(): void
  /** The room is over; what is said is the close code and its reason. */
  dismiss(code?: CloseCode, reason?: string): void
}

/** A write frame as it reached the room. */
export type Write = {
  readonly update: Uint8Array
  /** An answer repeats what is known, so what it changed is logged; an update is logged as it came. */
  readonly step: 'answer' | 'update'
  readonly count: number
}
